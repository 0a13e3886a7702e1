package io.clmaven.runtime.engine.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.engine.Initialization;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.ModelBuilder;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.Window;
import java.util.List;
import org.junit.jupiter.api.Test;

class FusionTest {

  private static ModelBuilder convolution() {
    return ModelSpec.input(List.of(1, 3, 3))
        .then(
            "first",
            new Layer.Convolution(
                2, Window.square(1, 1, 0), Initialization.PYTORCH, Initialization.ABSENT));
  }

  private static boolean fuses(ModelSpec model) {
    Fusion fusion = new Fusion(model);
    boolean taken = fusion.isTakenOver(model.nodes().get(1));
    assertThat(fusion.takesReluOver(model.nodes().get(0))).isEqualTo(taken);
    return taken;
  }

  @Test
  void takesTheReluBehindAConvolutionOver() {
    assertThat(fuses(convolution().then("relu", new Layer.Relu()).build())).isTrue();
  }

  @Test
  void takesNoReluOverWhereSomebodyElseNeedsItsInput() {
    ModelSpec model =
        convolution()
            .then("relu", new Layer.Relu())
            .join("sum", new Layer.Add(), "first", "relu")
            .build();
    assertThat(fuses(model)).isFalse();
  }

  @Test
  void takesNoReluOverBehindALinearLayer() {
    ModelSpec model =
        ModelSpec.input(List.of(3))
            .then("first", Models.linear(2, true))
            .then("relu", new Layer.Relu())
            .build();
    assertThat(fuses(model)).isFalse();
  }
}
