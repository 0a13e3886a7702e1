package io.clmaven.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clmaven.runtime.engine.Layer.BatchNorm.Statistics;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The network that checks the engines is itself checked by hand-made numbers. */
class DoubleNetworkTest {

  private static final Offset<Double> TINY = within(1e-12);

  private static double[][] run(List<Integer> input, Layer layer, double[] w, double[]... x) {
    ModelSpec model = ModelSpec.input(input).then("layer", layer).build();
    return new DoubleNetwork(model, Mode.TRAIN).logits(w, x);
  }

  private static double[] values(double... values) {
    return values;
  }

  @Test
  void convolutionSlidesWithStrideAndPadding() {
    Layer.Convolution layer =
        new Layer.Convolution(
            2,
            new Window(new Extent(2, 1), new Extent(1, 2), new Extent(1, 0)),
            Initialization.PYTORCH,
            Initialization.PYTORCH);
    // filters (top, bottom) = (1, 10) and (2, 0), biases 0.5 and 0; columns 0 and 2 of the image
    double[] parameters = {1, 10, 2, 0, 0.5, 0};
    double[][] y = run(List.of(1, 2, 3), layer, parameters, values(1, 2, 3, 4, 5, 6));
    assertThat(y[0])
        .containsExactly(values(10.5, 30.5, 41.5, 63.5, 4.5, 6.5, 0, 0, 2, 6, 8, 12), TINY);
  }

  @Test
  void batchNormUsesTheBiasedVarianceAndMovesByTheUnbiasedOne() {
    Layer layer = new Layer.BatchNorm(Statistics.RUNNING, 0.5, 0);
    ModelSpec model = ModelSpec.input(List.of(1, 1, 2)).then("bn", layer).build();
    DoubleNetwork network = new DoubleNetwork(model, Mode.TRAIN);
    double[][] x = {{0, 2}, {4, 2}}; // mean 2, biased variance 2, unbiased 8 / 3
    double[] parameters = {3, 1};
    double edge = 3 * 2 / Math.sqrt(2);
    assertThat(network.logits(parameters, x)[0]).containsExactly(values(1 - edge, 1), TINY);
    assertThat(network.logits(parameters, x)[1]).containsExactly(values(1 + edge, 1), TINY);
    assertThat(network.movedStatistics(parameters, x))
        .containsExactly(values(1, 0.5 + 4.0 / 3), TINY);
    assertThat(new DoubleNetwork(model, Mode.EVALUATE).logits(parameters, x)[1])
        .containsExactly(values(13, 7), TINY);
  }

  @Test
  void localResponseNormLooksFurtherDownThanUpWhenTheSizeIsEven() {
    Layer layer = new Layer.LocalResponseNorm(2, 4, 1, 1);
    // channel c sees c - 1 and c: sums of squares 1, 1 + 4, 4 + 9; each times 4 / 2, plus 1
    double[][] y = run(List.of(3), layer, values(), values(1, 2, 3));
    assertThat(y[0]).containsExactly(values(1.0 / 3, 2.0 / 11, 3.0 / 27), TINY);
  }

  @Test
  void maxPoolTakesPaddingAsMinusInfinityAndDropsOddEdges() {
    Layer layer = new Layer.MaxPool(Window.square(3, 2, 1));
    double[][] y =
        run(
            List.of(1, 3, 4),
            layer,
            values(),
            values(-1, -2, -3, -9, -4, -5, -6, -9, -7, -8, -9, -9));
    assertThat(y[0]).containsExactly(-1, -2, -4, -5);
  }

  @Test
  void averagePoolDividesByTheSizeOfTheKernel() {
    Layer layer = new Layer.AveragePool(Window.square(2, 2, 0));
    double[][] y = run(List.of(1, 2, 3), layer, values(), values(1, 2, 9, 3, 4, 9));
    assertThat(y[0]).containsExactly(2.5);
  }

  @Test
  void gatesMultiplyChannels() {
    double[][] y = run(List.of(2, 1, 2), new Layer.Gate(), values(2, 3), values(1, 2, 3, 4));
    assertThat(y[0]).containsExactly(2, 4, 9, 12);
    ModelSpec model =
        ModelSpec.input(List.of(2, 1, 2))
            .then("means", new Layer.GlobalAveragePool())
            .join("gate", new Layer.ChannelGate(), ModelSpec.INPUT, "means")
            .join("sum", new Layer.Add(), "gate", ModelSpec.INPUT)
            .build();
    assertThat(new DoubleNetwork(model, Mode.TRAIN).logits(values(), new double[][] {{1, 3, 0, 4}}))
        .isEqualTo(new double[][] {{3, 9, 0, 12}});
  }

  @Test
  void differencesGiveTheDerivativesOfLogisticRegression() {
    // logits (w x, v x, 7), the last outside the range: loss = log(1 + exp((v - w) x)), label 0
    ModelSpec model = Models.mlp(1, false, 3);
    DoubleNetwork network = new DoubleNetwork(model, Mode.TRAIN);
    Differences at =
        new Differences(
            network,
            values(0.5, 0.2, 7),
            new double[][] {{2}},
            new int[] {0},
            new OutputRange(0, 2));
    double p = 1 / (1 + Math.exp(0.6)); // of the wrong label
    assertThat(at.loss()).isCloseTo(Math.log(1 + Math.exp(-0.6)), TINY);
    assertThat(at.parameterGradient()).containsExactly(values(-2 * p, 2 * p, 0), within(1e-9));
    assertThat(at.inputGradient()[0]).containsExactly(values(-0.3 * p), within(1e-9));
    assertThat(at.second(values(1, 0, 0), values(0, 1, 0)))
        .isCloseTo(-4 * p * (1 - p), within(1e-6));
  }

  @Test
  void marginIsTheDistanceToTheNextDecision() {
    ModelSpec model =
        ModelSpec.input(List.of(1, 2, 2))
            .then("relu", new Layer.Relu())
            .then("pool", new Layer.MaxPool(Window.square(2, 2, 0)))
            .build();
    DoubleNetwork network = new DoubleNetwork(model, Mode.TRAIN);
    assertThat(network.margin(values(), new double[][] {{-1, -0.5, 3, 2.75}})).isEqualTo(0.25);
    assertThat(network.margin(values(), new double[][] {{-1, -0.125, 3, 2.75}})).isEqualTo(0.125);
    assertThat(network.margin(values(), new double[][] {{-1, -2, -3, -4}})).isEqualTo(1);
  }
}
