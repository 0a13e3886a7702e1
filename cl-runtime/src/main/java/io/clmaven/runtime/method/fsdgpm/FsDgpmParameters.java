package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.component.Setting;

/**
 * Parameters of all methods of the FS-DGPM family. A method that has no part for one of them leaves
 * it out of account: {@code fs-gpm}, {@code la-gpm} and {@code replay-gpm} have no soft weights,
 * {@code replay-gpm} has no perturbation.
 */
public record FsDgpmParameters(
    @Setting(
            value =
                "Chunks that a batch is divided into (K): each is one perturbation of the weights,"
                    + " and the loss is averaged over them.",
            byDefault = "2",
            range = "[1, 10000]")
        int innerBatches,
    @Setting(
            value =
                "Length of a perturbation for a gradient of 1 (eta1); divided at each decay of the"
                    + " learning rate.",
            byDefault = "0.01",
            range = "[0, inf)")
        double eta1,
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
                "Factor tau in front of the soft weights inside the sigmoid ('tmp'): the smaller,"
                    + " the more they move.",
            byDefault = "10",
            range = "(0, inf)")
        double temperature,
    @Setting(
            value =
                "How the soft weights are learnt: as the official code does, or so that they move.",
            byDefault = "official")
        Learning softWeights,
    @Setting(
            value = "Samples of all tasks together that the replay buffer holds; 0 turns it off.",
            byDefault = "1000",
            range = "[0, 1000000]")
        int memories,
    @Setting(
            value = "Samples of the buffer that the bases are made from after a task.",
            byDefault = "300",
            range = "[1, 1000000]")
        int memoryBatchSize,
    @Setting(
            value =
                "Share of the energy of a layer's inputs that its basis keeps after the first task;"
                    + " from 1 to 10 all of it, above 10 the number of directions.",
            byDefault = "0.9",
            range = "[0, inf)")
        double threshold,
    @Setting(
            value = "What is added to the threshold with each task.",
            byDefault = "0.003",
            range = "[0, inf)")
        double thresholdIncrement,
    @Setting(value = "Largest threshold.", byDefault = "0.99999999999", range = "[0, inf)")
        double thresholdMaximum,
    @Setting(
            value =
                "Largest L2 norm of a gradient before its projection, and largest element of a"
                    + " perturbing gradient.",
            byDefault = "2",
            range = "(0, inf)")
        double gradientClip,
    @Setting(
            value = "Updates with each batch, every time with other samples of the buffer.",
            byDefault = "1",
            range = "[1, 10000]")
        int glances,
    @Setting(
            value =
                "Whether the gradient is also taken through the perturbation, by Hessian-vector"
                    + " products; only on engine 'onednn'.",
            byDefault = "false")
        boolean secondOrder,
    @Setting(
            value =
                "Whether scale and shift of batch normalisation stay as they are from the second"
                    + " task on; running statistics go on.",
            byDefault = "false")
        boolean freezeBatchNorm) {

  /** How soft weights are learnt. */
  public enum Learning {
    /** {@link OfficialWeights}. */
    OFFICIAL,
    /** {@link LiveWeights}. */
    LIVE,
    /** {@link LogitWeights}. */
    LOGIT
  }

  /** Returns the threshold after the task at a position. */
  double thresholdAfter(int task) {
    return Math.min(threshold + task * thresholdIncrement, thresholdMaximum);
  }
}
