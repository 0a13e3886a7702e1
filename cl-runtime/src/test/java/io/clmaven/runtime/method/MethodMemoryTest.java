package io.clmaven.runtime.method.agem;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.clmaven.runtime.benchmark.Scenario;
import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.engine.onednn.OnednnEngine;
import io.clmaven.runtime.method.MethodContext;
import io.clmaven.runtime.method.WholeStep;
import io.clmaven.runtime.method.WholeStepMethod;
import io.clmaven.runtime.method.replay.ErAdded;
import io.clmaven.runtime.method.replay.ErAddedParameters;
import io.clmaven.runtime.random.RandomStreams;
import io.clmaven.runtime.replay.ListExamples;
import io.clmaven.runtime.replay.ListTasks;
import io.clmaven.runtime.replay.NetworkMeasure;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A step that replays takes hardly any Java memory once it has run. */
class StepMemoryTest {

  private static final int WARM_UP = 300;
  private static final int STEPS = 1000;
  private static final int MOST = 1000; // bytes for each step
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final ListExamples EXAMPLES =
      new ListExamples(List.of(2), new float[][] {{1, 2}, {-1, 1}, {0, 3}}, new int[] {0, 1, 1});

  @ParameterizedTest
  @MethodSource("methods")
  void stepsTakeHardlyAnyMemory(WholeStepMethod method, Record parameters) {
    ListTasks tasks = new ListTasks(List.of(task(0), task(1)), 4);
    try (Network network = Models.compile(new OnednnEngine(), Models.mlp(2, true, 5, 4), 1)) {
      method.begin(
          new MethodContext(parameters, network, tasks, Scenario.TASK, new RandomStreams(1)));
      train(method, new PlainStep(network, tasks.task(0), batch(tasks.task(0))), WARM_UP);
      WholeStep step = new PlainStep(network, tasks.task(1), batch(tasks.task(1)));
      train(method, step, WARM_UP);
      long before = THREADS.getCurrentThreadAllocatedBytes();
      train(method, step, STEPS);
      long perStep = (THREADS.getCurrentThreadAllocatedBytes() - before) / STEPS;
      assertThat(perStep).isLessThan(MOST);
    }
  }

  static Stream<Arguments> methods() {
    return Stream.of(
        Arguments.of(new AGem(), new AGemParameters(2)),
        Arguments.of(new ErAdded(), new ErAddedParameters(2, ErAddedParameters.Memory.RESERVOIR)));
  }

  private static Task task(int index) {
    OutputRange head = new OutputRange(2 * index, 2 * index + 2);
    return new Task(index, "task " + index, head, EXAMPLES, EXAMPLES, EXAMPLES);
  }

  private static Batch batch(Task task) {
    return NetworkMeasure.batch(task.train(), task.outputs(), 0, 1, 2);
  }

  private static void train(WholeStepMethod method, WholeStep step, int steps) {
    for (int i = 0; i < steps; i++) {
      method.step(step);
    }
  }

  /** A step whose update goes straight down the gradient. */
  private record PlainStep(Network network, Task task, Batch batch) implements WholeStep {

    @Override
    public void update(FlatVector gradient) {
      network.parameters().add(-1e-4f, gradient);
    }

    @Override
    public double loss() {
      return Double.NaN;
    }

    @Override
    public float[] gradient() {
      return network.gradient().values();
    }

    @Override
    public float[] parameters() {
      return network.parameters().values();
    }

    @Override
    public long step() {
      return 0;
    }

    @Override
    public int epoch() {
      return 0;
    }
  }
}
