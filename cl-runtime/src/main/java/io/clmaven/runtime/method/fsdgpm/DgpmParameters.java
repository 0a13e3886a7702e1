package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.component.Inline;
import io.clmaven.runtime.component.Setting;

/** Parameters of {@link Dgpm}: those of {@link FsDgpm}, and where to perturb to. */
public record DgpmParameters(
    @Setting(
            value =
                "Where the weights are perturbed to, for the soft weights and in the first task:"
                    + " 'up' the loss (sharpness on) or 'down' (off).",
            byDefault = "down")
        Perturbation perturbation,
    @Inline FsDgpmParameters complete)
    implements FamilyParameters {}
