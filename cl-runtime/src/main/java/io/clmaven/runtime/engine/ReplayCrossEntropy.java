package io.clmaven.runtime.engine;

/**
 * Mean softmax cross entropy in which each sample sees the head of its own label, as for batches
 * from a memory of several tasks (spec of TAG, section e): logits of other heads are -1e10, and no
 * gradient flows into them. A batch's outputs are those of all tasks and its labels count over all
 * of them.
 */
public final class ReplayCrossEntropy extends MaskingCrossEntropy {

  private static final float MASK = -1e10f;

  private final int classes;

  /**
   * Makes the loss.
   *
   * @param classes number of outputs of each head
   */
  public ReplayCrossEntropy(int classes) {
    super(MASK);
    if (classes < 1) {
      throw new IllegalArgumentException("a head needs an output, found " + classes);
    }
    this.classes = classes;
  }

  @Override
  int from(int label) {
    return label - label % classes;
  }

  @Override
  int to(int label) {
    return from(label) + classes;
  }
}
