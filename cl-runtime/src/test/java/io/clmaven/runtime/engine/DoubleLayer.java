package io.clmaven.runtime.engine;

import java.util.List;

/** A layer in double precision: the formula, nothing else. Values are [N][C * H * W]. */
interface DoubleLayer {

  /**
   * Computes the output.
   *
   * @param inputs one per input of the layer
   */
  double[][] forward(List<double[][]> inputs, DoubleSite site);
}
