package io.clmaven.runtime.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.benchmark.Scenario;
import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.engine.onednn.OnednnEngine;
import io.clmaven.runtime.method.agem.AGem;
import io.clmaven.runtime.method.agem.AGemParameters;
import io.clmaven.runtime.method.ewc.Ewc;
import io.clmaven.runtime.method.ewc.EwcParameters;
import io.clmaven.runtime.method.replay.ErAdded;
import io.clmaven.runtime.method.replay.ErAddedParameters;
import io.clmaven.runtime.random.RandomStreams;
import io.clmaven.runtime.replay.ListExamples;
import io.clmaven.runtime.replay.ListTasks;
import io.clmaven.runtime.replay.NetworkMeasure;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A step of the second task takes hardly any Java memory once it has run. */
class MethodMemoryTest {

  private static final int MOST = 1000; // bytes for each step
  private static final ListExamples EXAMPLES =
      new ListExamples(List.of(2), new float[][] {{1, 2}, {-1, 1}, {0, 3}}, new int[] {0, 1, 1});
  private static final ListTasks TASKS = new ListTasks(List.of(task(0), task(1)), 4);

  @ParameterizedTest
  @MethodSource("replay")
  void replayTakesHardlyAnyMemory(WholeStepMethod method, Record parameters) {
    try (Network network = network()) {
      begin(method, parameters, network);
      PlainStep first = step(network, 0);
      AllocatedMemory.warmUp(() -> method.step(first));
      PlainStep second = step(network, 1);
      assertThat(AllocatedMemory.perStep(() -> method.step(second))).isLessThan(MOST);
    }
  }

  static Stream<Arguments> replay() {
    return Stream.of(
        Arguments.of(new AGem(), new AGemParameters(2)),
        Arguments.of(new ErAdded(), new ErAddedParameters(2, ErAddedParameters.Memory.RESERVOIR)));
  }

  @ParameterizedTest
  @EnumSource
  void thePenaltyOfEwcTakesHardlyAnyMemory(EwcParameters.Consolidation consolidation) {
    Ewc ewc = new Ewc();
    try (Network network = network()) {
      EwcParameters.Fisher fisher = EwcParameters.Fisher.OFFICIAL;
      begin(ewc, new EwcParameters(10, fisher, consolidation, 0.9, 3, 100), network);
      step(network, 0).learn(ewc);
      ewc.afterTask(TASKS.task(0));
      PlainStep second = step(network, 1);
      assertThat(AllocatedMemory.perStep(() -> second.learn(ewc))).isLessThan(MOST);
    }
  }

  private static Network network() {
    return Models.compile(new OnednnEngine(), Models.mlp(2, true, 5, 4), 1);
  }

  private static void begin(ContinualMethod method, Record parameters, Network network) {
    method.begin(
        new MethodContext(parameters, network, TASKS, Scenario.TASK, 3, new RandomStreams(1)));
  }

  private static PlainStep step(Network network, int index) {
    Task task = TASKS.task(index);
    Batch batch = NetworkMeasure.batch(task.train(), task.outputs(), 0, 1, 2);
    return new PlainStep(network, task, batch);
  }

  private static Task task(int index) {
    OutputRange head = new OutputRange(2 * index, 2 * index + 2);
    return new Task(index, "task " + index, head, EXAMPLES, EXAMPLES, EXAMPLES);
  }
}
