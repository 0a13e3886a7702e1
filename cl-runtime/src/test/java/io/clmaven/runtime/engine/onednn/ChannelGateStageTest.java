package io.clmaven.runtime.engine.onednn;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.UnsupportedModelException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChannelGateStageTest {

  private static final int CHANNELS = 5;
  private static final int PIXELS = 6;

  private final ModelSpec model =
      ModelSpec.input(List.of(CHANNELS, 2, 3))
          .then("mean", new Layer.GlobalAveragePool())
          .join("gate", new Layer.ChannelGate(), ModelSpec.INPUT, "mean")
          .build();

  /** y = x s, the channel fastest. */
  private static double[] product(StagePoint point) {
    double[] y = point.input().clone();
    for (int i = 0; i < y.length; i++) {
      y[i] *= point.inputs().get(1)[i / (CHANNELS * PIXELS) * CHANNELS + i % CHANNELS];
    }
    return y;
  }

  @Test
  void computesOutputAndGradientsOfBothInputs() {
    try (StageBench bench = new StageBench(model, 3)) {
      bench.assertFollows(ChannelGateStageTest::product);
    }
  }

  @Test
  void tangentsAreThoseOfTheProduct() {
    try (StageBench bench = new StageBench(model, 3)) {
      bench.assertTangentsFollow(ChannelGateStageTest::product);
      bench.assertTangentsFollow(ChannelGateStageTest::product, 0);
      bench.assertTangentsFollow(ChannelGateStageTest::product, 1);
    }
  }

  @Test
  void hasNoCurvature() {
    try (StageBench bench = new StageBench(model, 3)) {
      assertThatExceptionOfType(UnsupportedModelException.class)
          .isThrownBy(bench.stage::curvature)
          .withMessage(
              "Cannot compute curvatures of layer 'gate': HesScale has no rule for a ChannelGate."
                  + " Choose a method of first order, or a network without channel gates.");
    }
  }
}
