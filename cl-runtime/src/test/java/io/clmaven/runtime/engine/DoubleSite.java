package io.clmaven.runtime.engine;

import java.util.List;
import java.util.Map;

/**
 * Where a {@link DoubleLayer} works.
 *
 * @param input shape of one sample at the first input
 * @param output shape of one sample behind the layer
 * @param parameters those of the layer, and its running statistics
 * @param mode how the pass is done
 */
record DoubleSite(
    List<Integer> input, List<Integer> output, Map<Segment.Kind, double[]> parameters, Mode mode) {

  /** Returns the parameters of a kind, or null if there are none. */
  double[] get(Segment.Kind kind) {
    return parameters.get(kind);
  }

  int inputChannels() {
    return input.get(0);
  }

  int outputChannels() {
    return output.get(0);
  }

  Extent inputPixels() {
    return pixels(input);
  }

  Extent outputPixels() {
    return pixels(output);
  }

  int outputSize() {
    return outputChannels() * area(outputPixels());
  }

  static int area(Extent extent) {
    return extent.rows() * extent.columns();
  }

  private static Extent pixels(List<Integer> shape) {
    return shape.size() == 1 ? Extent.square(1) : new Extent(shape.get(1), shape.get(2));
  }
}
