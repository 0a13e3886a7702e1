package io.clmaven.runtime.engine.onednn;

import static io.clmaven.runtime.engine.DoubleNetwork.doubles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.UnsupportedModelException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LocalResponseNormStageTest {

  private static final double TOLERANCE = 1e-5;
  private static final Layer.LocalResponseNorm STRONG =
      new Layer.LocalResponseNorm(4, 2.5, 0.75, 1);

  /** Even, odd and larger than the number of channels; alpha large enough to see the window. */
  static Stream<Layer.LocalResponseNorm> layers() {
    return Stream.of(
        STRONG,
        new Layer.LocalResponseNorm(1, 1, 0.75, 2),
        new Layer.LocalResponseNorm(5, 3, 0.5, 2),
        new Layer.LocalResponseNorm(14, 4, 0.75, 1));
  }

  @ParameterizedTest
  @MethodSource("layers")
  void normalisesAsTheFormulaSays(Layer.LocalResponseNorm layer) {
    try (StageUnderTest stage = stage(layer)) {
      float[] x = stage.inputs(1);
      float[] g = stage.outputs(2);
      assertClose(stage.forward(x), stage.formula().forward(doubles(x)));
      assertClose(stage.inputGradient(g), stage.formula().inputGradient(doubles(x), doubles(g)));
    }
  }

  @ParameterizedTest
  @MethodSource("layers")
  void tangentsAreThoseOfTheFormula(Layer.LocalResponseNorm layer) {
    try (StageUnderTest stage = stage(layer);
        Tangent tangent = stage.stage().tangent()) {
      float[] x = stage.inputs(3);
      float[] v = stage.inputs(4);
      stage.forward(x);
      assertClose(stage.forward(tangent, v), stage.formula().tangent(doubles(x), doubles(v)));
      float[] g = stage.outputs(5);
      float[] dg = stage.outputs(6);
      assertClose(
          stage.inputGradient(tangent, g, dg),
          stage.formula().inputGradientTangent(doubles(x), doubles(v), doubles(g), doubles(dg)));
    }
  }

  @Test
  void blocksDoNotShow() {
    try (StageUnderTest stage = new StageUnderTest(STRONG, 3, List.of(7, 20, 15))) {
      float[] x = stage.inputs(7);
      assertClose(stage.forward(x), stage.formula().forward(doubles(x)));
    }
  }

  @Test
  void aPassThatBrokeLeavesNothingBehind() {
    try (StageUnderTest stage = stage(STRONG)) {
      float[] x = stage.inputs(8);
      float[] y = stage.forward(x);
      float[] broken = new float[x.length];
      Arrays.fill(broken, Float.NaN);
      stage.forward(broken);
      assertThat(stage.forward(x)).containsExactly(y);
    }
  }

  @Test
  void hesScaleHasNoRuleForIt() {
    try (StageUnderTest stage = stage(STRONG)) {
      assertThatThrownBy(stage.stage()::curvature)
          .isInstanceOf(UnsupportedModelException.class)
          .hasMessage(
              "Cannot compute curvatures of layer 'layer': HesScale has no rule for local response"
                  + " normalisation. Leave the layer out or choose another method.");
    }
  }

  private static StageUnderTest stage(Layer layer) {
    return new StageUnderTest(layer, 2, List.of(7, 3, 2));
  }

  private static void assertClose(float[] actual, double[] expected) {
    assertThat(doubles(actual)).containsExactly(expected, within(TOLERANCE));
  }
}
