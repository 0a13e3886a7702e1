package io.clmaven.runtime.method.replay;

import io.clmaven.runtime.component.Setting;

/** Parameters of {@link Er}. */
public record ErParameters(
    @Setting(
            value = "Samples that the replay buffer holds.",
            byDefault = "1000",
            range = "[0, 1000000]")
        int memories,
    @Setting(
            value = "L2 norm to which the gradient of all parameters together is clipped.",
            byDefault = "2",
            range = "(0, inf)")
        double gradientClip,
    @Setting(
            value = "Updates with each batch, each with other samples of the buffer.",
            byDefault = "1",
            range = "[1, inf)")
        int glances,
    @Setting(
            value =
                "Whether scale and shift of batch normalisation stay as they are from the second"
                    + " task on; running statistics go on.",
            byDefault = "false")
        boolean freezeBatchNorm) {}
