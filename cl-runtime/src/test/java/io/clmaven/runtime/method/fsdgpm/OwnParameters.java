package io.clmaven.runtime.method.fsdgpm;

/** What each method of the family takes of the parameters of FS-DGPM. */
final class OwnParameters {

  private OwnParameters() {}

  /** Returns those of a method; DGPM perturbs down the loss. */
  static Record of(ReplayProjection method, FsDgpmParameters all) {
    if (method instanceof Dgpm) {
      return dgpm(Perturbation.DOWN, all);
    }
    if (method instanceof ReplayGpm) {
      return replayGpm(all);
    }
    return method instanceof FsGpm || method instanceof LaGpm ? fsGpm(all) : all;
  }

  static DgpmParameters dgpm(Perturbation perturbation, FsDgpmParameters all) {
    return new DgpmParameters(
        perturbation,
        all.innerBatches(),
        all.eta1(),
        all.eta2(),
        all.lambdaInit(),
        all.temperature(),
        all.softWeights(),
        all.memories(),
        all.memoryBatchSize(),
        all.threshold(),
        all.thresholdIncrement(),
        all.thresholdMaximum(),
        all.gradientClip(),
        all.glances(),
        all.secondOrder(),
        all.freezeBatchNorm());
  }

  static FsGpmParameters fsGpm(FsDgpmParameters all) {
    return new FsGpmParameters(
        all.innerBatches(),
        all.eta1(),
        all.memories(),
        all.memoryBatchSize(),
        all.threshold(),
        all.thresholdIncrement(),
        all.thresholdMaximum(),
        all.gradientClip(),
        all.glances(),
        all.secondOrder(),
        all.freezeBatchNorm());
  }

  static ReplayGpmParameters replayGpm(FsDgpmParameters all) {
    return new ReplayGpmParameters(
        all.innerBatches(),
        all.memories(),
        all.memoryBatchSize(),
        all.threshold(),
        all.thresholdIncrement(),
        all.thresholdMaximum(),
        all.gradientClip(),
        all.glances(),
        all.freezeBatchNorm());
  }
}
