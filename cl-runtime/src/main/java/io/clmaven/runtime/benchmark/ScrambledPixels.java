package io.clmaven.runtime.benchmark;

/**
 * The pixel order of the published CIFAR-100 superclass results: the official loader reads a planar
 * image (all of red, then green, then blue) as if the three values of a pixel lay side by side.
 * Each picture becomes three squeezed colour planes on top of each other.
 */
final class ScrambledPixels {

  private ScrambledPixels() {}

  /**
   * Returns where each value of the scrambled image [channels, pixels] lies in the planar one:
   * value k is value {@code result[k]}.
   */
  static int[] permutation(int channels, int pixels) {
    int[] permutation = new int[channels * pixels];
    for (int channel = 0; channel < channels; channel++) {
      for (int pixel = 0; pixel < pixels; pixel++) {
        permutation[channel * pixels + pixel] = pixel * channels + channel;
      }
    }
    return permutation;
  }
}
