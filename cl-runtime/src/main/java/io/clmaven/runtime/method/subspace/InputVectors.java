package io.clmaven.runtime.method.subspace;

import java.nio.DoubleBuffer;

/**
 * The vectors of length d that the weights of a layer see, in float64: one per sample for a linear
 * layer, one per sample and place of the kernel for a convolution. They are made sample by sample,
 * since all patches of a convolution together can be a hundred times its images.
 */
public interface InputVectors {

  /** Returns the length d of a vector. */
  int dimension();

  /** Returns the number of samples. */
  int samples();

  /** Returns how many vectors a sample has. */
  int perSample();

  /**
   * Appends the vectors of a sample.
   *
   * @param target with room for {@code perSample()} times {@code dimension()} values
   */
  void append(int sample, DoubleBuffer target);
}
