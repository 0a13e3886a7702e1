package io.clmaven.runtime.engine.onednn;

import static io.clmaven.runtime.engine.DoubleNetwork.doubles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clmaven.runtime.engine.Derivatives.GateRule;
import io.clmaven.runtime.engine.Extent;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.Window;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PoolingStageTest {

  private static final double TOLERANCE = 1e-5;

  /** As the networks have them, and with nothing square; odd edges are left over. */
  static Stream<Window> windows() {
    return Stream.of(
        Window.square(2, 2, 0),
        Window.square(3, 2, 1),
        Window.square(3, 1, 1),
        Window.square(2, 3, 0),
        new Window(new Extent(3, 2), new Extent(1, 2), new Extent(1, 0)),
        new Window(new Extent(7, 5), Extent.square(1), Extent.square(0)));
  }

  static Stream<Layer> layers() {
    return Stream.concat(
        Stream.of(new Layer.GlobalAveragePool()),
        windows().flatMap(w -> Stream.of(new Layer.MaxPool(w), new Layer.AveragePool(w))));
  }

  @ParameterizedTest
  @MethodSource("layers")
  void poolsAsTheFormulaSays(Layer layer) {
    try (StageUnderTest stage = stage(layer)) {
      float[] x = stage.inputs(1);
      float[] g = stage.outputs(2);
      assertClose(stage.forward(x), stage.formula().forward(doubles(x)));
      assertClose(stage.inputGradient(g), stage.formula().inputGradient(doubles(x), doubles(g)));
    }
  }

  @ParameterizedTest
  @MethodSource("layers")
  void tangentsAreThoseOfTheFormula(Layer layer) {
    try (StageUnderTest stage = stage(layer);
        Tangent tangent = stage.stage().tangent()) {
      float[] x = stage.inputs(3);
      float[] v = stage.inputs(4);
      stage.forward(x);
      assertClose(stage.forward(tangent, v), stage.formula().tangent(doubles(x), doubles(v)));
      float[] dg = stage.outputs(5);
      assertClose(
          stage.inputGradient(tangent, stage.outputs(6), dg),
          stage.formula().inputGradient(doubles(x), doubles(dg)));
    }
  }

  @Test
  void theFirstOfEqualValuesWins() {
    try (StageUnderTest stage = threeByThree()) {
      stage.forward(new float[] {1, 1, 0, 1, 1, 2, 2, 0, 2});
      // windows: first of 1 1 1 1; last of 1 0 1 2; third of 1 1 2 0; second of 1 2 0 2
      assertThat(stage.inputGradient(new float[] {1, 2, 3, 4}))
          .containsExactly(1, 0, 0, 0, 0, 6, 3, 0, 0);
    }
  }

  @Test
  void paddingNeverWins() {
    try (StageUnderTest stage = threeByThree()) {
      float[] x = {-1, -2, -3, -4, -5, -6, -7, -8, -9};
      assertThat(stage.forward(x)).containsExactly(-1, -2, -4, -5);
    }
  }

  @Test
  void aWindowOfMoreValuesThanAByteCountsKnowsItsWinners() {
    Layer wide = new Layer.MaxPool(Window.square(17, 1, 0));
    try (StageUnderTest stage = new StageUnderTest(wide, 2, List.of(3, 18, 18));
        Tangent tangent = stage.stage().tangent()) {
      float[] x = stage.inputs(7);
      float[] v = stage.inputs(8);
      assertClose(stage.forward(x), stage.formula().forward(doubles(x)));
      assertClose(stage.forward(tangent, v), stage.formula().tangent(doubles(x), doubles(v)));
    }
  }

  @Test
  void aWindowWithoutANumberHasATangent() {
    try (StageUnderTest stage = threeByThree();
        Tangent tangent = stage.stage().tangent()) {
      float[] x = new float[9];
      Arrays.fill(x, Float.NaN);
      stage.forward(x);
      assertThat(stage.forward(tangent, new float[9])).containsOnly(0);
    }
  }

  @Test
  void curvatureFlowsBackLikeAGradient() {
    for (Layer layer : layers().toList()) {
      try (StageUnderTest stage = stage(layer);
          Curvature curvature = stage.stage().curvature()) {
        stage.forward(stage.inputs(9));
        float[] s = stage.outputs(10);
        Matrix back =
            curvature.input(
                0, Matrix.ZERO, stage.enterOutputs(s), GateRule.PUBLISHED, stage.pass());
        assertThat(stage.leaveInputs(back)).containsExactly(stage.inputGradient(s));
      }
    }
  }

  private static StageUnderTest stage(Layer layer) {
    return new StageUnderTest(layer, 2, List.of(3, 7, 5));
  }

  private static StageUnderTest threeByThree() {
    return new StageUnderTest(new Layer.MaxPool(Window.square(3, 2, 1)), 1, List.of(1, 3, 3));
  }

  private static void assertClose(float[] actual, double[] expected) {
    assertThat(doubles(actual)).containsExactly(expected, within(TOLERANCE));
  }
}
