package io.clmaven.runtime.engine.onednn;

import java.util.List;

/** Shape of one sample as an image; a vector of features is an image of one pixel. */
record Image(int channels, int height, int width) {

  private static final int VECTOR = 16; // values of the widest vectors of a processor

  /** Reads a shape [D] or [C, H, W]. */
  static Image of(List<Integer> shape) {
    return shape.size() == 1
        ? new Image(shape.get(0), 1, 1)
        : new Image(shape.get(0), shape.get(1), shape.get(2));
  }

  /** Returns the number of values. */
  int size() {
    return channels * pixels();
  }

  int pixels() {
    return height * width;
  }

  /**
   * Returns the same memory with some pixels as one that has the channels of all, for kernels that
   * treat every value by itself: they are faster where channels fill vectors.
   */
  Image wide() {
    int together = 1;
    while (channels * together % VECTOR != 0 && together < VECTOR) {
      together++;
    }
    return pixels() % together == 0 ? new Image(channels * together, 1, pixels() / together) : this;
  }
}
