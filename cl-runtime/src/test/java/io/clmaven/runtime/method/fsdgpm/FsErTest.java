package io.clmaven.runtime.method.fsdgpm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clmaven.runtime.benchmark.Scenario;
import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.component.Catalogue;
import io.clmaven.runtime.engine.Engines;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.method.ContinualMethod;
import io.clmaven.runtime.method.Learner;
import io.clmaven.runtime.method.MethodContext;
import io.clmaven.runtime.method.WholeStepMethod;
import io.clmaven.runtime.method.replay.Er;
import io.clmaven.runtime.method.replay.ErParameters;
import io.clmaven.runtime.optimizer.Sgd;
import io.clmaven.runtime.random.RandomStream;
import io.clmaven.runtime.random.RandomStreams;
import io.clmaven.runtime.replay.ListExamples;
import io.clmaven.runtime.replay.ListTasks;
import java.util.List;
import org.junit.jupiter.api.Test;

class FsErTest {

  private static final ModelSpec MODEL = Models.mlp(4, false, 3, 2);
  private static final int[][] BATCHES = {{0, 1, 2, 3, 4}, {5, 6, 7, 8, 9}, {10, 11, 12}, {13, 14}};

  @Test
  void perturbationsNeedClassesThatAllTasksShare() {
    assertThat(new FsEr().scenarios()).containsExactly(Scenario.DOMAIN);
    assertThat(new Er().scenarios()).containsExactlyInAnyOrder(Scenario.TASK, Scenario.DOMAIN);
  }

  @Test
  void secondOrderIsRefusedBeforeTheFirstStep() {
    FsErParameters parameters = new FsErParameters(10, 0.5, 1, 2, 0.1, true);
    ListExamples examples = examples();
    Task task = new Task(0, "task", new OutputRange(0, 2), examples, examples, examples);
    try (Network network = Models.compile(Engines.installed().choose("dl4j"), MODEL, 1)) {
      MethodContext context = context(network, task, parameters);
      assertThatThrownBy(() -> new FsEr().begin(context))
          .hasMessage(
              "Cannot compute Hessian-vector products with engine 'dl4j': DL4J has no second"
                  + " derivatives. Choose engine 'onednn'.");
    }
  }

  @Test
  void bothMethodsAreFound() {
    assertThat(Catalogue.of(ContinualMethod.class).names()).contains("er", "fs-er");
  }

  @Test
  void sharpnessWithoutAStepIsPlainReplayBitForBit() {
    float[] plain = learn(new Er(), new ErParameters(10, 0.5, 2, false), BATCHES);
    float[] flat = learn(new FsEr(), new FsErParameters(10, 0.5, 2, 1, 0, false), BATCHES);
    assertThat(flat).containsExactly(plain);
  }

  @Test
  void aSmallBatchIsDividedByAsManyPartsAsALargeOne() {
    // 5 samples in chunks of ceil(5 / 4) = 2 are 3 parts; eta1 0 makes their losses equal
    FsErParameters quarters = new FsErParameters(0, 1e9, 1, 4, 0, false);
    float[] start = learn(new Er(), new ErParameters(0, 1e9, 1, false));
    float[] plain = learn(new Er(), new ErParameters(0, 1e9, 1, false), BATCHES[0]);
    float[] flat = learn(new FsEr(), quarters, BATCHES[0]);
    assertThat(flat[0] - start[0]).isCloseTo(0.75f * (plain[0] - start[0]), within(1e-6f));
  }

  @Test
  void inFirstOrderBothEnginesLearnTheSame() {
    FsErParameters parameters = new FsErParameters(10, 0.5, 2, 3, 0.1, false);
    assertThat(learn("dl4j", new FsEr(), parameters, BATCHES))
        .usingComparatorWithPrecision(1e-5f)
        .containsExactly(learn(new FsEr(), parameters, BATCHES));
  }

  private static float[] learn(WholeStepMethod method, Record parameters, int[]... batches) {
    return learn("onednn", method, parameters, batches);
  }

  /** Returns the parameters after some batches. */
  private static float[] learn(
      String engine, WholeStepMethod method, Record parameters, int[]... batches) {
    ListExamples examples = examples();
    OutputRange outputs = new OutputRange(0, MODEL.outputs());
    Task task = new Task(0, "task", outputs, examples, examples, examples);
    try (Network network = Models.compile(Engines.installed().choose(engine), MODEL, 1)) {
      method.begin(context(network, task, parameters));
      Learner learner = new Learner(network, method, new Sgd.Parameters(0.1, 0.9, false, 0));
      learner.enter(task);
      for (int[] rows : batches) {
        learner.step(rows);
      }
      return network.parameters().pull().clone();
    }
  }

  private static MethodContext context(Network network, Task task, Record parameters) {
    return new MethodContext(
        parameters,
        network,
        new ListTasks(List.of(task), MODEL.outputs()),
        Scenario.DOMAIN,
        1,
        new RandomStreams(1));
  }

  private static ListExamples examples() {
    RandomStream random = new RandomStreams(2).stream("examples");
    float[][] inputs = new float[20][4];
    int[] labels = new int[20];
    for (int i = 0; i < 20; i++) {
      for (int j = 0; j < 4; j++) {
        inputs[i][j] = random.nextUniform(1);
      }
      labels[i] = random.nextInt(2);
    }
    return new ListExamples(List.of(4), inputs, labels);
  }
}
