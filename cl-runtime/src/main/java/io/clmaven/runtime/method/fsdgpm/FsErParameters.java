package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.component.Setting;

/** Parameters of {@link FsEr}. */
public record FsErParameters(
    @Setting(
            value = "Samples that the replay buffer holds.",
            byDefault = "1000",
            range = "[0, 1000000]")
        int memories,
    @Setting(
            value =
                "L2 norm to which the gradient of all parameters together is clipped, and the"
                    + " largest absolute value of an element of a perturbation's gradient.",
            byDefault = "2",
            range = "(0, inf)")
        double gradientClip,
    @Setting(
            value = "Updates with each batch, each with other samples of the buffer.",
            byDefault = "1",
            range = "[1, inf)")
        int glances,
    @Setting(
            value = "Parts of the mixed batch, one perturbation of the weights each (K).",
            byDefault = "2",
            range = "[1, inf)")
        int innerBatches,
    @Setting(
            value = "Step of a perturbation, up the gradient of its part; it never decays.",
            byDefault = "0.01",
            range = "[0, inf)")
        double eta1,
    @Setting(
            value =
                "Whether the gradient goes through the perturbations too: exact, at the cost of a"
                    + " Hessian-vector product for each; engine 'onednn' only.",
            byDefault = "false")
        boolean secondOrder) {

  InnerLoop inner() {
    return new InnerLoop(innerBatches, gradientClip, secondOrder);
  }
}
