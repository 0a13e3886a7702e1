package io.clmaven.runtime.engine;

import java.util.List;

/**
 * A named part of the flat parameter vector.
 *
 * @param layer name of the layer
 * @param kind what the parameters are
 * @param shape public shape: linear weights [out, in], convolution weights [out, in, kh, kw],
 *     everything else [n]; stored row-major
 * @param offset index of the first parameter in the flat vector
 */
public record Segment(String layer, Kind kind, List<Integer> shape, int offset) {

  /** What the parameters of a segment are. */
  public enum Kind {
    WEIGHT,
    BIAS,
    /** Factor of a normalised channel. */
    SCALE,
    /** What is added to a normalised channel. */
    SHIFT,
    /** Factor of a feature. */
    GATE,
    /** Running mean of a channel: not trained. */
    MEAN,
    /** Running variance of a channel: not trained. */
    VARIANCE
  }

  public Segment {
    shape = List.copyOf(shape);
  }

  /** Returns the number of parameters. */
  public int length() {
    int product = 1;
    for (int i = 0; i < shape.size(); i++) { // asked for in every step: nothing is allocated
      product = Math.multiplyExact(product, shape.get(i));
    }
    return product;
  }

  /** Returns the index one past the last parameter in the flat vector. */
  public int end() {
    return offset + length();
  }

  /** Returns the number of rows o when the segment is seen as a matrix o x d. */
  public int rows() {
    return shape.get(0);
  }

  /** Returns the number of columns d when the segment is seen as a matrix o x d. */
  public int columns() {
    return length() / rows();
  }
}
