package io.clmaven.runtime.engine;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ModelSpecTest {

  private final ModelBuilder features = ModelSpec.input(List.of(4)).then("relu", new Layer.Relu());
  private final ModelBuilder image = ModelSpec.input(List.of(3, 5, 6));

  @Test
  void aLinearLayerRefusesImages() {
    assertRefused(
        () -> image.then("lin", Models.linear(2, true)),
        "layer 'lin': it needs a flat input, found [3, 5, 6]");
  }

  @Test
  void refusesTwoLayersOfOneName() {
    assertRefused(() -> features.then("relu", new Layer.Tanh()), "two layers are named 'relu'");
  }

  @Test
  void refusesALayerThatIsNamedLikeTheInput() {
    assertRefused(() -> features.then("input", new Layer.Tanh()), "two layers are named 'input'");
  }

  @Test
  void refusesToBuildOnALayerThatIsNotThere() {
    assertRefused(
        () -> features.join("sum", new Layer.Add(), "relu", "bn"),
        "there is no layer 'bn' to build on");
  }

  @Test
  void refusesAnotherNumberOfInputs() {
    assertRefused(() -> features.then("sum", new Layer.Add()), "layer 'sum' has 2 inputs, found 1");
  }

  @Test
  void addingRefusesInputsOfTwoShapes() {
    features.then("lin", Models.linear(3, true));
    assertRefused(
        () -> features.join("sum", new Layer.Add(), "relu", "lin"),
        "layer 'sum': it needs two inputs of one shape, found [4] and [3]");
  }

  @Test
  void aChannelGateRefusesAnotherNumberOfFactors() {
    image.then("flatten", new Layer.Flatten()).then("lin", Models.linear(2, true));
    assertRefused(
        () -> image.join("gate", new Layer.ChannelGate(), "input", "lin"),
        "layer 'gate': it needs one factor for each channel of [3, 5, 6], found [2]");
  }

  @Test
  void poolingRefusesFeatures() {
    String message = "layer 'pool': it needs an image [C, H, W], found [4]";
    assertRefused(() -> features.then("pool", new Layer.GlobalAveragePool()), message);
    Window window = Window.square(2, 2, 0);
    assertRefused(() -> features.then("pool", new Layer.MaxPool(window)), message);
  }

  @Test
  void refusesWindowsThatDoNotSlide() {
    assertRefused(
        () -> Window.square(3, 0, 1),
        "no window: kernel %s, stride %s, padding %s"
            .formatted(Extent.square(3), Extent.square(0), Extent.square(1)));
    assertRefused(
        () -> Window.square(0, 1, 0),
        "no window: kernel %s, stride %s, padding %s"
            .formatted(Extent.square(0), Extent.square(1), Extent.square(0)));
  }

  private static void assertRefused(ThrowingCallable action, String message) {
    assertThatIllegalArgumentException().isThrownBy(action).withMessage(message);
  }
}
