package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.component.Setting;
import io.clmaven.runtime.method.fsdgpm.FsDgpmParameters.Learning;

/** Parameters of {@link ReplayGpm}: those of {@link FsGpm} without a perturbation. */
public record ReplayGpmParameters(
    @Setting(value = FamilyParameters.INNER_BATCHES, byDefault = "2", range = "[1, 10000]")
        int innerBatches,
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
    @Setting(value = FamilyParameters.FREEZE_BATCH_NORM, byDefault = "false")
        boolean freezeBatchNorm)
    implements FamilyParameters {

  public ReplayGpmParameters {
    FamilyParameters.requireReachable(threshold, thresholdMaximum);
  }

  @Override
  public FsDgpmParameters complete() {
    return new FsDgpmParameters(
        innerBatches,
        0,
        0,
        1,
        10,
        Learning.OFFICIAL,
        memories,
        memoryBatchSize,
        threshold,
        thresholdIncrement,
        thresholdMaximum,
        gradientClip,
        glances,
        false,
        freezeBatchNorm);
  }
}
