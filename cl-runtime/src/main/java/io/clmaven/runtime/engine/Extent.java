package io.clmaven.runtime.engine;

/**
 * A size, step or margin in the two directions of an image.
 *
 * @param rows in the direction of the height
 * @param columns in the direction of the width
 */
public record Extent(int rows, int columns) {

  /** Returns the same number in both directions. */
  public static Extent square(int size) {
    return new Extent(size, size);
  }
}
