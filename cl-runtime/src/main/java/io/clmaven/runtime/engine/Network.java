package io.clmaven.runtime.engine;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A compiled network. Not thread-safe; one per trial. It owns its memory; the arrays it hands out
 * are live views that stay valid until {@link #close}, logits until the next pass.
 */
public interface Network extends AutoCloseable {

  /** Returns the model that was compiled. */
  ModelSpec model();

  /** Returns how parameters and gradient are divided. */
  ParameterLayout layout();

  /**
   * Returns the parameters [P] in use. The next {@link #forward} sees every change, wherever it was
   * made.
   */
  FlatVector parameters();

  /** Returns the gradient [P] of the mean loss of the last {@link #backward}. */
  FlatVector gradient();

  /** Returns the running statistics of batch normalisation; of length 0 if there are none. */
  RunningStatistics statistics();

  /**
   * Makes a vector [P] of zeros: a further set of parameters, or a direction. It lives as long as
   * the network.
   */
  FlatVector vector();

  /**
   * Changes the set of parameters in use, without a copy. A {@link #backward} needs another pass
   * first.
   *
   * @param parameters from {@link #vector}, or the set the network began with
   */
  void use(FlatVector parameters);

  /** Computes logits [N, outputs], overwritten or released by the next pass. */
  INDArray forward(Batch batch, Mode mode);

  /**
   * Computes logits as {@link #forward} does in mode {@link Mode#EVALUATE}, up to rounding, and
   * keeps nothing to go back on: a {@link #backward} needs another pass first.
   */
  default INDArray predict(Batch batch) {
    return forward(batch, Mode.EVALUATE);
  }

  /** Returns the mark of the last {@link #forward} in mode {@link Mode#TRAIN}. */
  long pass();

  /**
   * Does a pass in mode {@link Mode#TRAIN} again, usually at other parameters: with the same
   * dropout decisions, and running statistics stay as they are.
   *
   * @param batch what that pass saw
   * @param pass its mark
   */
  INDArray repeat(Batch batch, long pass);

  /**
   * Computes the gradient of the loss of the batch that {@link #forward} or {@link #repeat} last
   * saw, in the mode it saw it.
   *
   * @return the mean loss before the step
   * @throws UnsupportedModelException if the engine has no gradient in that mode
   */
  double backward(Batch batch, Loss loss);

  /**
   * Computes the gradient as {@link #backward} does, but as it is before the projections that
   * {@link #project} asked for. They stay in force for every {@code backward}.
   *
   * @return the mean loss before the step
   */
  double backwardUnprojected(Batch batch, Loss loss);

  /**
   * Returns what else can be differentiated.
   *
   * @throws UnsupportedModelException if the engine has gradients only
   */
  Derivatives derivatives();

  /** Runs the batch forward and returns the inputs of every weighted layer. */
  LayerInputs capture(Batch batch, Mode mode);

  /**
   * From now on {@link #backward} replaces the gradient G [o, d] of a weight by G - G M M^T. The
   * engine computes it in the cheapest way it has, never with a d x d projector.
   *
   * @param weight a segment of kind weight; a convolution's is seen as [out, in * kh * kw]
   * @param basis M [d, k] with orthonormal columns, copied; null or k = 0 lifts the projection
   */
  void project(Segment weight, INDArray basis);

  /** Releases native memory. */
  @Override
  void close();
}
