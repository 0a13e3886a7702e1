package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.component.Inline;
import io.clmaven.runtime.component.Setting;
import io.clmaven.runtime.method.fsdgpm.FsDgpmParameters.Learning;

/** Parameters of {@link ReplayGpm}: those of {@link FsGpm} without a perturbation. */
public record ReplayGpmParameters(
    @Setting(value = FamilyParameters.INNER_BATCHES, byDefault = "2", range = "[1, 10000]")
        int innerBatches,
    @Inline CommonParameters common,
    @Setting(value = FamilyParameters.FREEZE_BATCH_NORM, byDefault = "false")
        boolean freezeBatchNorm)
    implements FamilyParameters {

  @Override
  public FsDgpmParameters complete() {
    return new FsDgpmParameters(
        innerBatches, 0, 0, 1, 10, Learning.OFFICIAL, common, false, freezeBatchNorm);
  }
}
