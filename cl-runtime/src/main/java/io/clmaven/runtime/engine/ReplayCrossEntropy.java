package io.clmaven.runtime.engine;

import java.util.Arrays;
import java.util.List;

/**
 * Mean softmax cross entropy in which each sample sees the head of its own label, as for batches
 * from a memory of several tasks (as in the codes of TAG and FS-DGPM): logits of other heads are
 * -1e10, and no gradient flows into them. A batch's outputs are those of all tasks and its labels
 * count over all of them.
 */
public final class ReplayCrossEntropy extends MaskingCrossEntropy {

  private static final float MASK = -1e10f;

  private final OutputRange[] heads; // by label

  /**
   * Makes the loss.
   *
   * @param heads outputs of each task; tasks may share them
   */
  public ReplayCrossEntropy(List<OutputRange> heads) {
    super(MASK);
    this.heads = new OutputRange[heads.stream().mapToInt(OutputRange::to).max().orElse(0)];
    for (OutputRange head : heads) {
      Arrays.fill(this.heads, head.from(), head.to(), head);
    }
  }

  @Override
  int from(int label) {
    return heads[label].from();
  }

  @Override
  int to(int label) {
    return heads[label].to();
  }
}
