package io.clmaven.plugin.report;

import io.clmaven.runtime.experiment.result.SweepResult;

/**
 * A sweep as it is reported.
 *
 * @param name its name, with that of the module where there are several
 * @param result what it found
 */
public record ReportedSweep(String name, SweepResult result) {}
