package io.clmaven.runtime.engine;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A compiled network. Not thread-safe; one per trial. It owns its memory; the arrays it hands out
 * are live views that stay valid until {@link #close}.
 */
public interface Network extends AutoCloseable {

  /** Returns the model that was compiled. */
  ModelSpec model();

  /** Returns how parameters and gradient are divided. */
  ParameterLayout layout();

  /**
   * Returns the parameters [P]. The next {@link #forward} sees every change, wherever it was made.
   */
  FlatVector parameters();

  /** Returns the gradient [P] of the mean loss of the last {@link #backward}. */
  FlatVector gradient();

  /** Computes logits [N, outputs], overwritten by the next call. */
  INDArray forward(Batch batch, Mode mode);

  /**
   * Computes the gradient of the loss of the batch that {@link #forward} last saw in mode {@link
   * Mode#TRAIN}.
   *
   * @return the mean loss before the step
   */
  double backward(Batch batch, Loss loss);

  /** Runs the batch forward and returns the inputs of every weighted layer. */
  LayerInputs capture(Batch batch, Mode mode);

  /**
   * From now on {@link #backward} replaces the gradient G [o, d] of a weight by G - G M M^T. The
   * engine computes it in the cheapest way it has, never with a d x d projector.
   *
   * @param weight a segment of kind weight
   * @param basis M [d, k] with orthonormal columns, copied; null or k = 0 lifts the projection
   */
  void project(Segment weight, INDArray basis);

  /** Releases native memory. */
  @Override
  void close();
}
