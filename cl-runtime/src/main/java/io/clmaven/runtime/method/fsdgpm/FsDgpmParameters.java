package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.component.Setting;

/** Parameters of {@link FsDgpm} and {@link LaDgpm}. */
public record FsDgpmParameters(
    @Setting(value = FamilyParameters.INNER_BATCHES, byDefault = "2", range = "[1, 10000]")
        int innerBatches,
    @Setting(value = FamilyParameters.ETA1, byDefault = "0.01", range = "[0, inf)") double eta1,
    @Setting(value = FamilyParameters.ETA2, byDefault = "0.01", range = "[0, inf)") double eta2,
    @Setting(value = FamilyParameters.LAMBDA_INIT, byDefault = "1", range = "(-inf, inf)")
        double lambdaInit,
    @Setting(value = FamilyParameters.TEMPERATURE, byDefault = "10", range = "(0, inf)")
        double temperature,
    @Setting(value = FamilyParameters.SOFT_WEIGHTS, byDefault = "official") Learning softWeights,
    @Setting(value = FamilyParameters.MEMORIES, byDefault = "1000", range = "[0, 1000000]")
        int memories,
    @Setting(value = FamilyParameters.MEMORY_BATCH_SIZE, byDefault = "300", range = "[1, 1000000]")
        int memoryBatchSize,
    @Setting(value = FamilyParameters.THRESHOLD, byDefault = "0.9", range = "[0, inf)")
        double threshold,
    @Setting(value = FamilyParameters.THRESHOLD_INCREMENT, byDefault = "0.003", range = "[0, inf)")
        double thresholdIncrement,
    @Setting(
            value = FamilyParameters.THRESHOLD_MAXIMUM,
            byDefault = "0.99999999999",
            range = "[0, inf)")
        double thresholdMaximum,
    @Setting(value = FamilyParameters.GRADIENT_CLIP, byDefault = "2", range = "(0, inf)")
        double gradientClip,
    @Setting(value = FamilyParameters.GLANCES, byDefault = "1", range = "[1, 10000]") int glances,
    @Setting(value = FamilyParameters.SECOND_ORDER, byDefault = "false") boolean secondOrder,
    @Setting(value = FamilyParameters.FREEZE_BATCH_NORM, byDefault = "false")
        boolean freezeBatchNorm)
    implements FamilyParameters {

  public FsDgpmParameters {
    FamilyParameters.requireReachable(threshold, thresholdMaximum);
  }

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

  /** Returns the threshold after the task at a position. */
  double thresholdAfter(int task) {
    return Math.min(threshold + task * thresholdIncrement, thresholdMaximum);
  }
}
