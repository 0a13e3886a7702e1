package io.clmaven.runtime.method.gpm;

import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.method.subspace.Representation;

/**
 * A layer whose weight gradient is projected.
 *
 * @param weight W, seen as a matrix o x d
 * @param representation how its recorded input becomes a matrix
 * @param threshold epsilon for the first task
 * @param samples b: how many of the drawn samples it uses
 */
record ProjectedLayer(
    Segment weight, Representation representation, double threshold, int samples) {

  String name() {
    return weight.layer();
  }
}
