package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.component.Inline;
import io.clmaven.runtime.component.Setting;
import io.clmaven.runtime.method.fsdgpm.FsDgpmParameters.Learning;

/** Parameters of {@link FsGpm} and {@link LaGpm}: those of {@link FsDgpm} without soft weights. */
public record FsGpmParameters(
    @Setting(value = FamilyParameters.INNER_BATCHES, byDefault = "2", range = "[1, 10000]")
        int innerBatches,
    @Setting(value = FamilyParameters.ETA1, byDefault = "0.01", range = "[0, inf)") double eta1,
    @Inline CommonParameters common,
    @Setting(value = FamilyParameters.SECOND_ORDER, byDefault = "false") boolean secondOrder,
    @Setting(value = FamilyParameters.FREEZE_BATCH_NORM, byDefault = "false")
        boolean freezeBatchNorm)
    implements FamilyParameters {

  @Override
  public FsDgpmParameters complete() {
    return new FsDgpmParameters(
        innerBatches, eta1, 0, 1, 10, Learning.OFFICIAL, common, secondOrder, freezeBatchNorm);
  }
}
