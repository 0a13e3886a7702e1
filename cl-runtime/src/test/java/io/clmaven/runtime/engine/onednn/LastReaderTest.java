package io.clmaven.runtime.engine.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.engine.Initialization;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.Layer.BatchNorm.Statistics;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Window;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastReaderTest {

  private static final Layer CONVOLUTION =
      new Layer.Convolution(
          2, Window.square(1, 1, 0), Initialization.PYTORCH, Initialization.ABSENT);
  private static final Layer NORM = new Layer.BatchNorm(Statistics.RUNNING);

  /** A block of the reduced ResNet: only the convolution's ReLU is taken over. */
  private static final ModelSpec BLOCK =
      ModelSpec.input(List.of(2, 3, 3))
          .then("stem", NORM)
          .then("conv", CONVOLUTION)
          .then("relu1", new Layer.Relu())
          .then("bn1", NORM)
          .join("add", new Layer.Add(), "bn1", "stem")
          .then("relu2", new Layer.Relu())
          .then("bn2", NORM)
          .build();

  private static ModelSpec.Node node(ModelSpec model, String name) {
    return model.nodes().stream().filter(n -> n.name().equals(name)).findFirst().orElseThrow();
  }

  private static boolean overwritesInput(ModelSpec model, String name) {
    return new LastReader(model, new Fusion(model)).output(node(model, name), 18)
        == Destination.SOURCE;
  }

  private static boolean overwritesGradient(ModelSpec model, String name) {
    return new LastReader(model, new Fusion(model)).gradient(node(model, name), 18)
        == Destination.SOURCE;
  }

  @Test
  void aSumGoesOverItsFirstInput() {
    assertThat(overwritesInput(BLOCK, "add")).isTrue();
  }

  @Test
  void aReluGoesOverTheSumBeforeIt() {
    assertThat(overwritesInput(BLOCK, "relu2")).isTrue();
  }

  @Test
  void whatAnotherLayerReadsStays() {
    ModelSpec model =
        ModelSpec.input(List.of(2, 3, 3))
            .then("first", NORM)
            .then("second", NORM)
            .join("add", new Layer.Add(), "first", "second")
            .build();
    assertThat(overwritesInput(model, "add")).isFalse();
  }

  @Test
  void whatItsOwnLayerReadsAgainStays() {
    ModelSpec model =
        ModelSpec.input(List.of(2, 3, 3))
            .then("conv", CONVOLUTION)
            .then("relu", new Layer.Relu()) // the convolution does it and needs to know where
            .then("tanh", new Layer.Tanh())
            .build();
    assertThat(overwritesInput(model, "tanh")).isFalse();
  }

  @Test
  void aLayerAddedToItselfStays() {
    ModelSpec model =
        ModelSpec.input(List.of(2, 3, 3))
            .then("bn", NORM)
            .join("add", new Layer.Add(), "bn", "bn")
            .build();
    assertThat(overwritesInput(model, "add")).isFalse();
  }

  @Test
  void theInputOfTheNetworkStays() {
    ModelSpec model = ModelSpec.input(List.of(2, 3, 3)).then("relu", new Layer.Relu()).build();
    assertThat(overwritesInput(model, "relu")).isFalse();
  }

  @Test
  void aGradientThatItsReaderMadeIsOverwritten() {
    assertThat(overwritesGradient(BLOCK, "relu1")).isTrue();
    assertThat(overwritesGradient(BLOCK, "relu2")).isTrue();
  }

  @Test
  void aGradientThatASumHandsToOthersTooStays() {
    ModelSpec model =
        ModelSpec.input(List.of(2, 3, 3))
            .then("bn", NORM)
            .then("relu", new Layer.Relu())
            .then("next", NORM)
            .join("add", new Layer.Add(), "relu", "next")
            .build();
    assertThat(overwritesGradient(model, "relu")).isFalse();
  }

  @Test
  void theGradientOfTheLossStays() {
    ModelSpec model =
        ModelSpec.input(List.of(2, 3, 3)).then("bn", NORM).then("relu", new Layer.Relu()).build();
    assertThat(overwritesGradient(model, "relu")).isFalse();
  }
}
