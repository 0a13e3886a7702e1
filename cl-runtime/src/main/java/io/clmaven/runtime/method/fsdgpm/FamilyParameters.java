package io.clmaven.runtime.method.fsdgpm;

/** The parameters of one method of the family: no method takes what it has no part for. */
sealed interface FamilyParameters
    permits FsDgpmParameters, DgpmParameters, FsGpmParameters, ReplayGpmParameters {

  String INNER_BATCHES =
      "Chunks that a batch is divided into (K): each is one perturbation of the weights, and the"
          + " loss is averaged over them.";
  String ETA1 =
      "Length of a perturbation for a gradient of 1 (eta1); divided at each decay of the learning"
          + " rate.";
  String SECOND_ORDER =
      "Whether the gradient is also taken through the perturbation, by Hessian-vector products;"
          + " only on engine 'onednn'.";
  String FREEZE_BATCH_NORM =
      "Whether scale and shift of batch normalisation stay as they are from the second task on;"
          + " running statistics go on.";

  /** Returns the parameters of FS-DGPM that say the same; what has no effect is at its default. */
  FsDgpmParameters complete();
}
