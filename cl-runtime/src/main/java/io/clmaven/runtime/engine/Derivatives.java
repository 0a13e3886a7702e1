package io.clmaven.runtime.engine;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Derivatives beyond the gradient of the parameters. All of them are taken where the last {@link
 * Network#forward} and {@link Network#backward} were, with all decisions of that pass (ReLU,
 * max-pool, dropout) as they fell, and leave {@link Network#gradient} as it is. They need the
 * parameters of that pass, and an {@link IllegalStateException} says so if {@link Network#use} or
 * another pass came between. They also need its batch as it was. Vectors are those of {@link
 * Network#vector}.
 */
public interface Derivatives {

  /** Returns the gradient of the mean loss with respect to the inputs [N, ...input shape]. */
  INDArray inputs();

  /**
   * Does nothing if the engine can compute {@link #hessianVectorProduct}.
   *
   * @throws UnsupportedModelException if it cannot
   */
  default void requireHessian() {}

  /**
   * Computes the product of the Hessian of the mean loss with a vector, exactly: the backward pass
   * is differentiated forward (Pearlmutter 1994). Statistics of a batch are differentiated;
   * projections of the gradient are left out.
   *
   * @param direction v [P]
   * @param product receives H v [P]; not {@code direction}
   * @throws UnsupportedModelException if the loss has no Hessian
   */
  void hessianVectorProduct(FlatVector direction, FlatVector product);

  /**
   * Computes the diagonal of the Hessian of the mean loss as HesScale estimates it: cross terms are
   * left out on the way back (Elsayed and Mahmood).
   *
   * @param rule what gates do
   * @param diagonal receives it [P]
   * @throws UnsupportedModelException for layers that HesScale has no rule for, and losses without
   *     curvature
   */
  void curvature(GateRule rule, FlatVector diagonal);

  /** How HesScale goes through a {@link Layer.Gate}. */
  enum GateRule {
    /** As the official code does: the curvature is summed over all features before it goes on. */
    PUBLISHED,
    /** Each feature by itself. */
    CORRECTED
  }

  /**
   * Sums a power of the gradients of single samples, each of the sample's own loss: the sum of
   * their squares is N times the diagonal of the empirical Fisher matrix.
   *
   * @param power what is summed
   * @param sum receives it [P]
   * @throws UnsupportedModelException if samples depend on each other through batch statistics
   */
  void sampleGradients(Power power, FlatVector sum);

  /** Of a single gradient element. */
  enum Power {
    /** |g|. */
    ABSOLUTE,
    /** g^2. */
    SQUARE
  }
}
