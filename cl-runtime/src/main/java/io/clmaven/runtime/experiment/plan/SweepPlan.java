package io.clmaven.runtime.experiment.plan;

import java.util.List;

/**
 * All sweeps of a directory.
 *
 * @param problems all mistakes of all files; if there is one, nothing may be run
 * @param hints what sweeps leave out that their presets are meant to have
 * @param sweeps the valid sweeps, by name
 */
public record SweepPlan(List<Problem> problems, List<Hint> hints, List<PlannedSweep> sweeps) {

  /** Name of the folder of sweeps in the experiment directory, and of that of their results. */
  public static final String FOLDER = "sweeps";

  /** Name of the JSON Schema of sweep files, which is written where that of experiment files is. */
  public static final String SCHEMA_FILE = "sweep.schema.json";
}
