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
    return new DgpmParameters(perturbation, all);
  }

  static FsGpmParameters fsGpm(FsDgpmParameters all) {
    return new FsGpmParameters(
        all.innerBatches(), all.eta1(), all.common(), all.secondOrder(), all.freezeBatchNorm());
  }

  static ReplayGpmParameters replayGpm(FsDgpmParameters all) {
    return new ReplayGpmParameters(all.innerBatches(), all.common(), all.freezeBatchNorm());
  }
}
