package io.clmaven.runtime.method.agem;

import io.clmaven.runtime.component.Setting;

/** Parameters of {@link AGem}. */
public record AGemParameters(
    @Setting(
            value = "Samples that are kept of each class of each task, the newest ones (m).",
            byDefault = "1",
            range = "[0, 100000]")
        int memoryPerClass) {}
