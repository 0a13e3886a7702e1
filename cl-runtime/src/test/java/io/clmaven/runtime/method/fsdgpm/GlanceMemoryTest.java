package io.clmaven.runtime.method.fsdgpm;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.method.AllocatedMemory;
import io.clmaven.runtime.method.PlainStep;
import io.clmaven.runtime.method.fsdgpm.FsDgpmParameters.Learning;
import io.clmaven.runtime.method.replay.ReplayDraws;
import io.clmaven.runtime.random.RandomStreams;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A glance of the family of FS-DGPM takes hardly any Java memory, with all its passes. */
class GlanceMemoryTest {

  private static final int MOST = 1000; // bytes for each update
  private static final int GLANCES = 2;

  @ParameterizedTest
  @MethodSource("methods")
  void updatesTakeHardlyAnyMemory(ReplayProjection method, Tuning tuning) {
    TwoTasks tasks = new TwoTasks(TwoTasks.MLP, 1);
    ReplayDraws draws = ReplayDraws.of(new RandomStreams(2));
    try (Network network = tasks.network()) {
      tasks.begin(method, tuning.withGlances(GLANCES).build(), draws, network);
      method.beforeTask(tasks.task(0));
      PlainStep first = new PlainStep(network, tasks.task(0), tasks.batch(0, 0));
      AllocatedMemory.warmUp(() -> method.step(first));
      method.afterTask(tasks.task(0));
      method.beforeTask(tasks.task(1));
      PlainStep second = new PlainStep(network, tasks.task(1), tasks.batch(1, 0));
      assertThat(AllocatedMemory.perStep(() -> method.step(second)) / GLANCES).isLessThan(MOST);
    }
  }

  static Stream<Arguments> methods() {
    return Stream.of(
        Arguments.of(new FsDgpm(), new Tuning()),
        Arguments.of(new FsDgpm(), new Tuning().withLearning(Learning.LIVE)),
        Arguments.of(new LaDgpm(), new Tuning().inSecondOrder()),
        Arguments.of(new Dgpm(), new Tuning().withLearning(Learning.LOGIT)),
        Arguments.of(new ReplayGpm(), new Tuning()));
  }
}
