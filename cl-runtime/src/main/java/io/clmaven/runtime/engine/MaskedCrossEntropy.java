package io.clmaven.runtime.engine;

/**
 * Mean softmax cross entropy with the mask that the models of TAG and its baselines put over all
 * heads but one (as in the code of TAG): logits outside are -1e11. A batch's outputs are those of
 * all tasks and its labels count over all of them. A label outside the active head makes a loss of
 * about 1e11, and -1 / N flows into its logit; with no active output at all, every output is as
 * likely. Where all labels are inside, {@link SoftmaxCrossEntropy} over the head is the same.
 */
public final class MaskedCrossEntropy extends MaskingCrossEntropy {

  private static final float MASK = -1e11f;

  private final OutputRange active;

  /**
   * Makes the loss.
   *
   * @param active the head that is not masked; it may lie behind the last output
   */
  public MaskedCrossEntropy(OutputRange active) {
    super(MASK);
    this.active = active;
  }

  @Override
  int from(int label) {
    return active.from();
  }

  @Override
  int to(int label) {
    return active.to();
  }
}
