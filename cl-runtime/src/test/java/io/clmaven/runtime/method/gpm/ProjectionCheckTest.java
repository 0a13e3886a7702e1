package io.clmaven.runtime.method.gpm;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.benchmark.Scenario;
import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Engine;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.engine.SoftmaxCrossEntropy;
import io.clmaven.runtime.engine.dl4j.Dl4jEngine;
import io.clmaven.runtime.engine.onednn.OnednnEngine;
import io.clmaven.runtime.method.ContinualMethod;
import io.clmaven.runtime.method.Learner;
import io.clmaven.runtime.method.MethodContext;
import io.clmaven.runtime.method.StepContext;
import io.clmaven.runtime.method.subspace.Bases;
import io.clmaven.runtime.method.subspace.Basis;
import io.clmaven.runtime.optimizer.Sgd;
import io.clmaven.runtime.random.RandomStreams;
import io.clmaven.runtime.replay.ListTasks;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;

class ProjectionCheckTest {

  private static final int INPUTS = GpmFixture.INPUTS;
  private static final GpmFixture FIXTURE = new GpmFixture(2, false, Scenario.DOMAIN);

  static List<Engine> engines() {
    return List.of(new OnednnEngine(), new Dl4jEngine());
  }

  /** Dropout, and a weight so large that engine onednn leaves its gradient for later. */
  private static ModelSpec model() {
    return ModelSpec.input(List.of(INPUTS))
        .then("lin1", Models.linear(1024, false))
        .then("relu1", new Layer.Relu())
        .then("drop1", new Layer.Dropout(0.3))
        .then("lin2", Models.linear(1100, false))
        .then("relu2", new Layer.Relu())
        .then("lin3", Models.linear(GpmFixture.CLASSES, false))
        .build();
  }

  @ParameterizedTest
  @MethodSource("engines")
  void trainingWithChecksEndsBitForBitAsWithoutThem(Engine engine) {
    Gpm gpm = new Gpm();
    float[] checked = train(engine, gpm);
    assertThat(gpm.diagnostics().contracts().get(1).checks()).isEqualTo(3);
    assertThat(train(engine, new Unchecked(new Gpm()))).isEqualTo(checked);
  }

  private static float[] train(Engine engine, ContinualMethod method) {
    try (Network network = Models.compile(engine, model(), 1)) {
      Learner learner = new Learner(network, method, new Sgd.Parameters(0.1, 0, false, 0));
      learner.begin(
          new GpmParameters(List.of(0.9), 0, 300, List.of()),
          new ListTasks(FIXTURE.tasks(), GpmFixture.CLASSES),
          Scenario.DOMAIN,
          new RandomStreams(1));
      FIXTURE.learn(learner, 0);
      FIXTURE.learn(learner, 1);
      return network.parameters().pull().clone();
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  void leavesTheGradientOfTheStep(Engine engine) {
    ModelSpec model = model();
    Batch batch = Models.batch(model, 5, 1);
    try (Network network = Models.compile(engine, model, 1)) {
      network.forward(batch, Mode.TRAIN);
      network.backward(batch, new SoftmaxCrossEntropy());
      float[] expected = network.gradient().pull().clone();
      check(network, batch, Bases.orthonormal(INPUTS, 3));
      assertThat(network.gradient().pull()).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  void findsAGradientThatIsNotProjected(Engine engine) {
    ModelSpec model = model();
    Batch batch = Models.batch(model, 5, 1);
    try (Network network = Models.compile(engine, model, 1)) {
      network.forward(batch, Mode.TRAIN);
      Basis everything = Bases.orthonormal(INPUTS, INPUTS);
      assertThat(check(network, batch, everything)).isBetween(0.999999, 1.000001);
      network.project(network.layout().weights().get(0), everything.matrix(DataType.FLOAT));
      assertThat(check(network, batch, everything)).isLessThan(1e-6);
    }
  }

  private static double check(Network network, Batch batch, Basis basis) {
    List<Segment> first = network.layout().weights().subList(0, 1);
    return new ProjectionCheck(network, first).deviations(batch, List.of(basis))[0];
  }

  /** The same method, which never hears that a step is over. */
  private record Unchecked(Gpm gpm) implements ContinualMethod {

    @Override
    public Declaration declaration() {
      return gpm.declaration();
    }

    @Override
    public void begin(MethodContext context) {
      gpm.begin(context);
    }

    @Override
    public void beforeTask(Task task) {
      gpm.beforeTask(task);
    }

    @Override
    public void adjustGradient(StepContext step) {
      gpm.adjustGradient(step);
    }

    @Override
    public void afterTask(Task task) {
      gpm.afterTask(task);
    }
  }
}
