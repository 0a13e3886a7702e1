package io.clmaven.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.random.RandomStreams;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parameters that networks for colour images of 32 x 32 start with. */
class NetworkStartTest {

  /** In +-sqrt(gain / fan); the fan of Glorot's law is fan in + fan out. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "alexnet                      | conv2                  | 1 |  576",
        "alexnet                      | fc2                    | 1 | 2048",
        "lenet                        | conv1                  | 6 |   75",
        "lenet                        | fc3                    | 6 |  500",
        "{name: lenet, gain: 1}       | fc1                    | 1 | 3200",
        "small-resnet-18              | layer2.0.shortcut      | 1 |   20",
        "reduced-resnet-18            | layer4.1.conv1         | 1 | 1440",
        "resnet-18                    | linear                 | 1 |  512",
        "convnet                      | conv2                  | 1 |  150",
        "gated-convnet                | linear                 | 1 |  128",
        "gated-convnet                | base.0.conv            | 6 |  315", // 3 * 9 + 32 * 9
        "gated-convnet                | base.1.calibration.fc1 | 6 |   40", // 32 + 8
      })
  void areUniform(String model, String layer, double gain, double fan) {
    double bound = Math.sqrt(gain / fan);
    assertThat(largest(weights(model, layer))).isBetween(0.97 * bound, bound * (1 + 1e-6));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "strided-convnet | conv2          | 1440", // fan in
        "strided-convnet | fc2            |  640",
        "resnet-18       | conv1          | 3136", // fan out: 64 * 7 * 7
        "resnet-18       | layer2.0.conv1 | 1152" // 128 * 3 * 3
      })
  void areNormalWithVarianceTwoByFan(String model, String layer, double fan) {
    double[] weights = weights(model, layer);
    double mean = Arrays.stream(weights).average().orElseThrow();
    double square = Arrays.stream(weights).map(w -> w * w).average().orElseThrow();
    assertThat(mean * mean * fan).isCloseTo(0, within(1e-3));
    assertThat(square * fan).isCloseTo(2, within(0.1));
  }

  @Test
  void biasesStartLikeWeightsExceptThoseOfTheGatedConvNet() {
    double[] biases = start("{name: alexnet, bias: true}", "fc2", Segment.Kind.BIAS);
    double bound = 1 / Math.sqrt(2048);
    assertThat(largest(biases)).isBetween(0.97 * bound, bound * (1 + 1e-6));
    assertThat(start("gated-convnet", "base.0.conv", Segment.Kind.BIAS)).containsOnly(0);
    assertThat(start("gated-convnet", "base.0.calibration.fc2", Segment.Kind.BIAS))
        .doesNotContain(0);
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElseThrow();
  }

  private static double[] weights(String model, String layer) {
    return start(model, layer, Segment.Kind.WEIGHT);
  }

  private static double[] start(String model, String layer, Segment.Kind kind) {
    ModelSpec network = Networks.specify(model, List.of(3, 32, 32), 10);
    float[] parameters = new float[network.layout().length()];
    network.initialize(parameters, new RandomStreams(1).stream("init"));
    Segment segment = network.layout().find(layer, kind).orElseThrow();
    return IntStream.range(segment.offset(), segment.end())
        .mapToDouble(i -> parameters[i])
        .toArray();
  }
}
