package io.clmaven.runtime.method.fsdgpm;

import java.math.BigDecimal;

/** The parameters of one method of the family: no method takes what it has no part for. */
sealed interface FamilyParameters
    permits FsDgpmParameters, DgpmParameters, FsGpmParameters, ReplayGpmParameters {

  String INNER_BATCHES =
      "Chunks that a batch is divided into (K): each is one perturbation of the weights, and the"
          + " loss is averaged over them.";
  String ETA1 =
      "Length of a perturbation for a gradient of 1 (eta1); divided at each decay of the learning"
          + " rate.";
  String ETA2 = "Step size of the soft weights (eta2); divided at each decay of the learning rate.";
  String LAMBDA_INIT = "Value of all soft weights at the start of a task ('lam_init').";
  String TEMPERATURE =
      "Factor tau in front of the soft weights inside the sigmoid ('tmp'): the smaller, the more"
          + " they move.";
  String SOFT_WEIGHTS =
      "How the soft weights are learnt: as the official code does, or so that they move.";
  String MEMORIES = "Samples of all tasks together that the replay buffer holds; 0 turns it off.";
  String MEMORY_BATCH_SIZE = "Samples of the buffer that the bases are made from after a task.";
  String THRESHOLD =
      "Share of the energy of a layer's inputs that its basis keeps after the first task; from 1"
          + " to 10 all of it, above 10 the number of directions.";
  String THRESHOLD_INCREMENT = "What is added to the threshold with each task.";
  String THRESHOLD_MAXIMUM = "Largest threshold.";
  String GRADIENT_CLIP =
      "Largest L2 norm of a gradient before its projection, and largest element of a perturbing"
          + " gradient.";
  String GLANCES = "Updates with each batch, every time with other samples of the buffer.";
  String SECOND_ORDER =
      "Whether the gradient is also taken through the perturbation, by Hessian-vector products;"
          + " only on engine 'onednn'.";
  String FREEZE_BATCH_NORM =
      "Whether scale and shift of batch normalisation stay as they are from the second task on;"
          + " running statistics go on.";

  /** Returns the parameters of FS-DGPM that say the same; what has no effect is at its default. */
  FsDgpmParameters complete();

  /** Refuses a threshold that the largest one would cut off; in float32, as they are compared. */
  static void requireReachable(double threshold, double maximum) {
    if ((float) threshold > (float) maximum) {
      throw new IllegalArgumentException(
          "'threshold' is %s, but 'thresholdMaximum' is %s. Raise 'thresholdMaximum'."
              .formatted(plain(threshold), plain(maximum)));
    }
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
