package io.clmaven.runtime.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.Loss;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.engine.SoftmaxCrossEntropy;
import io.clmaven.runtime.engine.UnsupportedModelException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

class Dl4jEngineTest {

  private static final Loss LOSS = new SoftmaxCrossEntropy();

  private final Dl4jEngine engine = new Dl4jEngine();

  @Test
  void dropoutMasksFollowTheStream() {
    ModelSpec model = withDropout(0.5);
    Batch batch = Models.batch(model, 8, 1);
    try (Network one = Models.compile(engine, model, 2);
        Network other = Models.compile(engine, model, 2)) {
      float[] first = gradient(one, batch);
      assertThat(gradient(other, batch)).containsExactly(first);
      assertThat(gradient(one, batch)).isNotEqualTo(first);
      assertThat(one.forward(batch, Mode.EVALUATE)).isEqualTo(other.forward(batch, Mode.EVALUATE));
    }
  }

  @Test
  void liftedProjectionGivesThePlainGradientAgain() {
    ModelSpec model = Models.mlp(6, true, 5, 3);
    Batch batch = Models.batch(model, 4, 1);
    try (Network network = Models.compile(engine, model, 2)) {
      float[] plain = gradient(network, batch);
      network.project(network.layout().weights().get(0), Models.orthonormal(6, 2, 1));
      assertThat(gradient(network, batch)).isNotEqualTo(plain);
      network.project(network.layout().weights().get(0), null);
      assertThat(gradient(network, batch)).containsExactly(plain);
    }
  }

  @Test
  void evaluatesWithoutDropoutAndHasTheGradientOfThat() {
    ModelSpec plain = withDropout(0);
    ModelSpec model = withDropout(0.5);
    Batch batch = Models.batch(model, 8, 1);
    try (Network expected = Models.compile(engine, plain, 2);
        Network network = Models.compile(engine, model, 2)) {
      network.forward(batch, Mode.EVALUATE);
      network.backward(batch, LOSS);
      assertThat(network.gradient().pull()).containsExactly(gradient(expected, batch));
    }
  }

  @Test
  void repeatsAPassWithItsDropoutDecisionsAndLeavesTheStatistics() {
    ModelSpec model =
        ModelSpec.input(List.of(6))
            .then("bn", new Layer.BatchNorm(Layer.BatchNorm.Statistics.RUNNING))
            .then("drop", new Layer.Dropout(0.5))
            .then("lin", Models.linear(3, false))
            .build();
    Batch batch = Models.batch(model, 8, 1);
    try (Network network = Models.compile(engine, model, 2)) {
      float[] first = gradient(network, batch);
      float[] statistics = network.statistics().values().clone();
      network.repeat(batch, network.pass());
      network.backward(batch, LOSS);
      assertThat(network.gradient().pull()).containsExactly(first);
      assertThat(network.statistics().values()).containsExactly(statistics);
    }
  }

  @Test
  void computesAtTheSetOfParametersInUse() {
    ModelSpec model = Models.mlp(6, true, 5, 3);
    Batch batch = Models.batch(model, 4, 1);
    try (Network network = Models.compile(engine, model, 2)) {
      FlatVector home = network.parameters();
      FlatVector zeros = network.vector();
      float[] logits = network.forward(batch, Mode.TRAIN).dup().data().asFloat();
      network.use(zeros);
      assertThat(network.forward(batch, Mode.TRAIN).data().asFloat()).containsOnly(0);
      network.use(home);
      assertThat(network.forward(batch, Mode.TRAIN).data().asFloat()).containsExactly(logits);
    }
  }

  @Test
  void refusesSecondDerivatives() {
    ModelSpec model = Models.mlp(3, false, 2);
    try (Network network = Models.compile(engine, model, 1)) {
      FlatVector vector = network.vector();
      assertThatExceptionOfType(UnsupportedModelException.class)
          .isThrownBy(() -> network.derivatives().hessianVectorProduct(vector, vector))
          .withMessage(
              "Cannot compute Hessian-vector products with engine 'dl4j': DL4J has no second"
                  + " derivatives. Choose engine 'onednn'.");
    }
  }

  @Test
  void refusesBackwardWithoutAForward() {
    ModelSpec model = Models.mlp(3, false, 2);
    Batch batch = Models.batch(model, 4, 1);
    try (Network network = Models.compile(engine, model, 1)) {
      assertThatIllegalStateException()
          .isThrownBy(() -> network.backward(batch, LOSS))
          .withMessage("backward of 4 samples needs a forward of the same batch before it");
    }
  }

  @Test
  void refusesBackwardWithOtherParametersThanForward() {
    ModelSpec model = Models.mlp(3, false, 2);
    Batch batch = Models.batch(model, 4, 1);
    try (Network network = Models.compile(engine, model, 1)) {
      network.forward(batch, Mode.TRAIN);
      network.use(network.vector());
      assertThatIllegalStateException()
          .isThrownBy(() -> network.backward(batch, LOSS))
          .withMessage("backward of 4 samples needs a forward of the same batch before it");
    }
  }

  static Stream<BiConsumer<Network, Batch>> whatLeavesNoGradient() {
    return Stream.of(
        (network, batch) -> {},
        (network, batch) -> network.forward(batch, Mode.TRAIN),
        (network, batch) -> {
          gradient(network, batch);
          network.forward(batch, Mode.EVALUATE);
        },
        (network, batch) -> {
          gradient(network, batch);
          network.use(network.vector());
        });
  }

  @ParameterizedTest
  @MethodSource("whatLeavesNoGradient")
  void refusesTheGradientOfInputsWithoutTheGradientOfTheLastPass(
      BiConsumer<Network, Batch> before) {
    ModelSpec model = Models.mlp(3, false, 2);
    Batch batch = Models.batch(model, 4, 1);
    try (Network network = Models.compile(engine, model, 1)) {
      before.accept(network, batch);
      assertThatIllegalStateException()
          .isThrownBy(() -> network.derivatives().inputs())
          .withMessage(
              "Cannot compute derivatives: there is no gradient of the last pass with the"
                  + " parameters in use. Call 'forward' or 'repeat', then 'backward' before.");
    }
  }

  @Test
  void refusesStatisticsOfOneValuePerChannel() {
    ModelSpec model =
        ModelSpec.input(List.of(6))
            .then("bn1", new Layer.BatchNorm(Layer.BatchNorm.Statistics.RUNNING))
            .then("lin", Models.linear(3, false))
            .build();
    Batch one = Models.batch(model, 1, 1);
    try (Network network = Models.compile(engine, model, 1)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> network.forward(one, Mode.TRAIN))
          .withMessage(
              "Cannot normalise layer 'bn1': a batch of one sample has one value per channel."
                  + " Choose a batch size that leaves no single sample over.");
      assertThat(network.forward(one, Mode.EVALUATE).shape()).containsExactly(1, 3);
    }
  }

  @Test
  void refusesABasisOfAnotherSize() {
    ModelSpec model = Models.mlp(3, true, 2);
    try (Network network = Models.compile(engine, model, 1)) {
      Segment weight = network.layout().weights().get(0);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> network.project(weight, Nd4j.ones(DataType.FLOAT, 4, 1)))
          .withMessage("the basis of 'lin1' needs 3 rows and not more columns, found 4 x 1");
    }
  }

  @Test
  void refusesWhatDl4jCannotExpress() {
    ModelSpec model = withDropout(1);
    assertThatExceptionOfType(UnsupportedModelException.class)
        .isThrownBy(() -> Models.compile(engine, model, 1))
        .withMessage(
            "Cannot compile layer 'drop1' with engine 'dl4j': it has no dropout with probability"
                + " 1.0. Choose engine 'onednn'.");
  }

  private static ModelSpec withDropout(double probability) {
    return ModelSpec.input(List.of(20))
        .then("lin1", Models.linear(20, false))
        .then("drop1", new Layer.Dropout(probability))
        .then("lin2", Models.linear(3, false))
        .build();
  }

  private static float[] gradient(Network network, Batch batch) {
    network.forward(batch, Mode.TRAIN);
    network.backward(batch, LOSS);
    return network.gradient().pull().clone();
  }
}
