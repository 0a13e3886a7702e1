package io.clmaven.runtime.engine.onednn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Derivatives;
import io.clmaven.runtime.engine.Derivatives.GateRule;
import io.clmaven.runtime.engine.Derivatives.Power;
import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.Loss;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.engine.SoftmaxCrossEntropy;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** When derivatives can be had and what they leave alone; their values are checked elsewhere. */
class OnednnDerivativesTest {

  private static final Loss LOSS = new SoftmaxCrossEntropy();
  private static final String NO_GRADIENT =
      "Cannot compute derivatives: there is no gradient of the last pass with the parameters in"
          + " use. Call 'forward' or 'repeat', then 'backward' before.";

  /** A tanh network with dropout and a branch that leads nowhere. */
  private static final ModelSpec MODEL =
      ModelSpec.input(List.of(5))
          .then("lin1", Models.linear(8, true))
          .then("side", Models.linear(3, true))
          .join("tanh", new Layer.Tanh(), "lin1")
          .then("drop", new Layer.Dropout(0.5))
          .then("lin2", Models.linear(4, true))
          .build();

  private final Network network = Models.compile(new OnednnEngine(), MODEL, 1);
  private final Derivatives derivatives = network.derivatives();
  private final FlatVector direction = network.vector();
  private final FlatVector result = network.vector();
  private final Batch batch = Models.batch(MODEL, 6, 2);

  OnednnDerivativesTest() {
    fill(direction, 0.5f);
    fill(result, 9);
  }

  @AfterEach
  void close() {
    network.close();
  }

  static Stream<Consumer<OnednnDerivativesTest>> derivatives() {
    return Stream.concat(Stream.of(test -> test.derivatives.inputs()), vectors());
  }

  static Stream<Consumer<OnednnDerivativesTest>> vectors() {
    return Stream.of(
        test -> test.derivatives.hessianVectorProduct(test.direction, test.result),
        test -> test.derivatives.curvature(GateRule.CORRECTED, test.result),
        test -> test.derivatives.sampleGradients(Power.SQUARE, test.result));
  }

  @ParameterizedTest
  @MethodSource("derivatives")
  void needAGradient(Consumer<OnednnDerivativesTest> derivative) {
    network.forward(batch, Mode.TRAIN);
    assertRefused(derivative);
  }

  @ParameterizedTest
  @MethodSource("derivatives")
  void needTheGradientOfTheLastPass(Consumer<OnednnDerivativesTest> derivative) {
    step();
    network.forward(batch, Mode.EVALUATE);
    assertRefused(derivative);
  }

  @ParameterizedTest
  @MethodSource("derivatives")
  void needTheParametersOfTheLastPass(Consumer<OnednnDerivativesTest> derivative) {
    step();
    network.use(network.vector());
    assertRefused(derivative);
  }

  private void assertRefused(Consumer<OnednnDerivativesTest> derivative) {
    assertThatIllegalStateException()
        .isThrownBy(() -> derivative.accept(this))
        .withMessage(NO_GRADIENT);
  }

  @ParameterizedTest
  @MethodSource("derivatives")
  void leaveTheGradientAsItIs(Consumer<OnednnDerivativesTest> derivative) {
    step();
    float[] gradient = network.gradient().pull().clone();
    network.repeat(batch, network.pass());
    network.backward(batch, LOSS);
    derivative.accept(this);
    assertThat(network.gradient().pull()).containsExactly(gradient);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void areTheSameASecondTime(Consumer<OnednnDerivativesTest> derivative) {
    step();
    derivative.accept(this);
    float[] first = result.pull().clone();
    fill(result, 9);
    derivative.accept(this);
    assertThat(result.pull()).containsExactly(first);
  }

  @Test
  void areZeroWhereTheLossDoesNotReach() {
    step();
    derivatives.hessianVectorProduct(direction, result);
    assertZeroInTheSideBranchOnly();
    derivatives.curvature(GateRule.CORRECTED, result);
    assertZeroInTheSideBranchOnly();
    derivatives.sampleGradients(Power.SQUARE, result);
    assertZeroInTheSideBranchOnly();
  }

  private void assertZeroInTheSideBranchOnly() {
    for (Segment segment : network.layout().segments()) {
      float[] values = Arrays.copyOfRange(result.pull(), segment.offset(), segment.end());
      if (segment.layer().equals("side")) {
        assertThat(values).containsOnly(0);
      } else {
        assertThat(values)
            .as(segment.layer())
            .doesNotContain(9)
            .isNotEqualTo(new float[values.length]);
      }
    }
    fill(result, 9);
  }

  @Test
  void dropoutDecidesAsItDidInThePass() {
    step();
    long pass = network.pass();
    derivatives.hessianVectorProduct(direction, result);
    float[] above = gradientAt(0.01f, pass);
    float[] below = gradientAt(-0.01f, pass);
    for (int i = 0; i < above.length; i++) {
      float slope = (above[i] - below[i]) / 0.02f;
      assertThat(result.pull()[i]).as("parameter %d", i).isCloseTo(slope, within(2e-4f));
    }
  }

  private float[] gradientAt(float distance, long pass) {
    FlatVector start = network.parameters();
    FlatVector there = network.vector();
    there.copyFrom(start);
    there.add(distance, direction);
    network.use(there);
    network.repeat(batch, pass);
    network.backward(batch, LOSS);
    network.use(start);
    return network.gradient().pull().clone();
  }

  @Test
  void gradientOfTheInputsFollowsThePass() {
    step();
    float[] first = inputs();
    assertThat(inputs()).containsExactly(first);
    FlatVector start = network.parameters();
    long pass = network.pass();
    network.use(direction);
    network.repeat(batch, pass);
    network.backward(batch, LOSS);
    assertThat(inputs()).isNotEqualTo(first);
    network.use(start);
    network.repeat(batch, pass);
    network.backward(batch, LOSS);
    assertThat(inputs()).containsExactly(first);
  }

  private float[] inputs() {
    return derivatives.inputs().data().asFloat();
  }

  @Test
  void theProductNeedsAVectorOfItsOwn() {
    step();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> derivatives.hessianVectorProduct(direction, direction))
        .withMessage("direction and product must be two vectors");
  }

  @Test
  void vectorsOfAnotherLengthAreRefused() {
    step();
    FlatVector shorter = new FlatVector(Nd4j.zeros(DataType.FLOAT, 7));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> derivatives.sampleGradients(Power.ABSOLUTE, shorter))
        .withMessage("the network has 111 parameters, but the vector 7 elements");
  }

  private void step() {
    network.forward(batch, Mode.TRAIN);
    network.backward(batch, LOSS);
  }

  private static void fill(FlatVector vector, float value) {
    Arrays.fill(vector.values(), value);
  }
}
