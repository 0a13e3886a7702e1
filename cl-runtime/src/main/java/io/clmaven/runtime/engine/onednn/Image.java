package io.clmaven.runtime.engine.onednn;

import java.util.List;

/** Shape of one sample as an image; a vector of features is an image of one pixel. */
record Image(int channels, int height, int width) {

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
}
