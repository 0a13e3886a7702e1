package io.clmaven.runtime.data;

import java.util.List;

/**
 * What the images of a data set are like.
 *
 * @param shape shape of one image: [C, H, W]
 * @param classes number of classes
 */
public record ImageForm(List<Integer> shape, int classes) {

  public ImageForm {
    shape = List.copyOf(shape);
  }

  /** Returns the number of values of one image. */
  public int size() {
    return shape.stream().reduce(1, Math::multiplyExact);
  }
}
