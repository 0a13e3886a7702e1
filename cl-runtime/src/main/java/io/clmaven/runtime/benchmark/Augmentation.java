package io.clmaven.runtime.benchmark;

import io.clmaven.runtime.component.Setting;
import io.clmaven.runtime.data.Examples;
import io.clmaven.runtime.random.RandomStream;

/**
 * Changes that images undergo at random each time they are learnt from.
 *
 * @param padding black pixels around the image before a crop of its size is taken
 * @param flip whether images are mirrored
 */
public record Augmentation(
    @Setting(
            value =
                "Black pixels around an image before a crop of the size of the image is taken at"
                    + " random.",
            byDefault = "0",
            range = "[0, inf)")
        int padding,
    @Setting(
            value = "Whether an image is mirrored from left to right with probability one half.",
            byDefault = "false")
        boolean flip) {

  /**
   * Returns images that are changed anew whenever they are copied.
   *
   * @param images of shape [C, H, W]
   * @param black value of black of every channel
   * @param random decides; its state is all that a resumed trial needs
   */
  public Examples of(Examples images, float[] black, RandomStream random) {
    int shorter = Math.min(images.shape().get(1), images.shape().get(2));
    if (padding >= shorter) {
      throw BenchmarkMessages.paddingTooLarge(padding, images.shape(), shorter - 1);
    }
    return new AugmentedExamples(images, new Crop(images.shape(), black, this), random);
  }
}
