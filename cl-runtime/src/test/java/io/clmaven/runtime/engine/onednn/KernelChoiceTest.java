package io.clmaven.runtime.engine.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.engine.Extent;
import io.clmaven.runtime.engine.Window;
import org.junit.jupiter.api.Test;

class KernelChoiceTest {

  private static ConvolutionShape shape(int inputs, int outputs, int stride) {
    int size = 8 / stride;
    return new ConvolutionShape(
        new Image(inputs, 8, 8),
        new Image(outputs, size, size),
        Window.square(3, stride, 1),
        false);
  }

  private static ConvolutionShape pixels(int inputs, int outputs, int stride) {
    return new ConvolutionShape(
        new Image(inputs, 8, 8),
        new Image(outputs, 8 / stride, 8 / stride),
        Window.square(1, stride, 0),
        false);
  }

  @Test
  void leavesTheChoiceToOnednnWhereChannelsFillItsVectors() {
    ConvolutionShape wide = shape(32, 32, 1);
    assertThat(KernelChoice.forward(wide)).isEqualTo(KernelChoice.FIRST);
    assertThat(KernelChoice.backwardData(wide)).isEqualTo(KernelChoice.FIRST);
    assertThat(KernelChoice.backwardWeights(wide)).isEqualTo(KernelChoice.FIRST);
  }

  @Test
  void choosesForTheChannelsThatAKernelWrites() {
    assertThat(KernelChoice.forward(shape(40, 20, 1))).isEqualTo(KernelChoice.NARROW);
    assertThat(KernelChoice.forward(shape(20, 40, 1))).isEqualTo(KernelChoice.FIRST);
    assertThat(KernelChoice.backwardData(shape(20, 40, 1))).isEqualTo(KernelChoice.NARROW_BACK);
    assertThat(KernelChoice.backwardData(shape(40, 20, 1))).isEqualTo(KernelChoice.FIRST);
  }

  @Test
  void choosesForTheWayBackThroughAStride() {
    assertThat(KernelChoice.backwardData(shape(40, 80, 2))).isEqualTo(KernelChoice.STRIDED_BACK);
    assertThat(KernelChoice.backwardData(shape(20, 40, 2))).isEqualTo(KernelChoice.NARROW_BACK);
  }

  @Test
  void choosesForSinglePixelsThroughAStride() {
    assertThat(KernelChoice.forward(pixels(20, 40, 2))).isEqualTo(KernelChoice.STRIDED_PIXELS);
    assertThat(KernelChoice.forward(pixels(256, 512, 2))).isEqualTo(KernelChoice.FIRST);
    assertThat(KernelChoice.forward(pixels(20, 40, 1))).isEqualTo(KernelChoice.FIRST);
    assertThat(KernelChoice.forward(shape(20, 40, 2))).isEqualTo(KernelChoice.FIRST);
  }

  @Test
  void takesNoKernelThatWritesBehindItsMemory() {
    assertThat(KernelChoice.backwardWeights(pixels(15, 40, 2))).isEqualTo(KernelChoice.SAFE);
    assertThat(KernelChoice.backwardWeights(pixels(16, 40, 2))).isEqualTo(KernelChoice.FIRST);
    assertThat(KernelChoice.backwardWeights(pixels(15, 40, 1))).isEqualTo(KernelChoice.FIRST);
    assertThat(KernelChoice.backwardWeights(shape(15, 40, 2))).isEqualTo(KernelChoice.FIRST);
  }

  @Test
  void takesNoWrongKernelWhateverItsSpeed() {
    Window window = new Window(Extent.square(3), new Extent(1, 2), new Extent(1, 0));
    ConvolutionShape column =
        new ConvolutionShape(new Image(20, 3, 3), new Image(20, 3, 1), window, false);
    assertThat(KernelChoice.forward(column)).isEqualTo(KernelChoice.RIGHT);
    assertThat(KernelChoice.backwardData(column)).isEqualTo(KernelChoice.RIGHT);
    assertThat(KernelChoice.backwardWeights(column)).isEqualTo(KernelChoice.RIGHT);
  }
}
