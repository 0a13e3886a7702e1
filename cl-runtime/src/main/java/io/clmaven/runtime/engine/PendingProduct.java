package io.clmaven.runtime.engine;

import org.bytedeco.javacpp.FloatPointer;

/**
 * A range of a {@link FlatVector} that is known as a product and not computed yet. The gradient of
 * a linear layer is D^T X: a plain step can add it to the weights without ever writing it down,
 * which saves two passes over memory the size of the weights.
 */
public interface PendingProduct {

  /** Returns the index of its first element in the vector. */
  int from();

  /** Returns the index one past its last element in the vector. */
  int to();

  /** Writes the product to its place in the vector, as part of the whole memory of it. */
  void settle();

  /** Copies the factors, which are about to change: they are small, the product is not. */
  void keep();

  /**
   * Adds the product to other memory.
   *
   * @param factor of the product
   * @param target where its first element goes, its position
   */
  void addTo(float factor, FloatPointer target);
}
