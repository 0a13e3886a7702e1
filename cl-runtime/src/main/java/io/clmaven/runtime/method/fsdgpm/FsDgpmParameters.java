package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.component.Inline;
import io.clmaven.runtime.component.Setting;

/** Parameters of {@link FsDgpm} and {@link LaDgpm}. */
public record FsDgpmParameters(
    @Setting(value = FamilyParameters.INNER_BATCHES, byDefault = "2", range = "[1, 10000]")
        int innerBatches,
    @Setting(value = FamilyParameters.ETA1, byDefault = "0.01", range = "[0, inf)") double eta1,
    @Setting(
            value =
                "Step size of the soft weights (eta2); divided at each decay of the learning rate.",
            byDefault = "0.01",
            range = "[0, inf)")
        double eta2,
    @Setting(
            value = "Value of all soft weights at the start of a task ('lam_init').",
            byDefault = "1",
            range = "(-inf, inf)")
        double lambdaInit,
    @Setting(
            value =
                "Factor tau in front of the soft weights inside the sigmoid ('tmp'): the smaller, the more"
                    + " they move.",
            byDefault = "10",
            range = "(0, inf)")
        double temperature,
    @Setting(
            value =
                "How the soft weights are learnt: as the official code does, or so that they move.",
            byDefault = "official")
        Learning softWeights,
    @Inline CommonParameters common,
    @Setting(value = FamilyParameters.SECOND_ORDER, byDefault = "false") boolean secondOrder,
    @Setting(value = FamilyParameters.FREEZE_BATCH_NORM, byDefault = "false")
        boolean freezeBatchNorm)
    implements FamilyParameters {

  /** How soft weights are learnt. */
  public enum Learning {
    /** {@link OfficialWeights}. */
    OFFICIAL,
    /** {@link LiveWeights}. */
    LIVE,
    /** {@link LogitWeights}. */
    LOGIT
  }

  @Override
  public FsDgpmParameters complete() {
    return this;
  }

  InnerLoop inner() {
    return new InnerLoop(innerBatches, common.gradientClip(), secondOrder);
  }
}
