package io.clmaven.runtime.method.fsdgpm;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.method.WholeStep;
import io.clmaven.runtime.method.fsdgpm.FsDgpmParameters.Learning;
import io.clmaven.runtime.method.replay.ReplayDraws;
import io.clmaven.runtime.random.RandomStreams;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A step of a method takes hardly any Java memory once it has run, with all its passes. */
class StepMemoryTest {

  private static final int WARM_UP = 300;
  private static final int STEPS = 1000;
  private static final int MOST = 1000; // bytes for each update
  private static final int GLANCES = 2;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @ParameterizedTest
  @MethodSource("methods")
  void stepsTakeHardlyAnyMemory(ReplayProjection method, Tuning tuning) {
    TwoTasks tasks = new TwoTasks(TwoTasks.MLP, 1);
    ReplayDraws draws = ReplayDraws.of(new RandomStreams(2));
    try (Network network = tasks.network()) {
      tasks.begin(method, tuning.withGlances(GLANCES).build(), draws, network);
      method.beforeTask(tasks.task(0));
      train(method, new PlainStep(network, tasks.task(0), tasks.batch(0, 0)), WARM_UP);
      method.afterTask(tasks.task(0));
      method.beforeTask(tasks.task(1));
      WholeStep step = new PlainStep(network, tasks.task(1), tasks.batch(1, 0));
      train(method, step, WARM_UP);
      long allocated = THREADS.getCurrentThreadAllocatedBytes();
      train(method, step, STEPS);
      long perUpdate = (THREADS.getCurrentThreadAllocatedBytes() - allocated) / (STEPS * GLANCES);
      assertThat(perUpdate).isLessThan(MOST);
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

  private static void train(ReplayProjection method, WholeStep step, int steps) {
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
