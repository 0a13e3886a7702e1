package io.clmaven.runtime.worker.protocol;

import java.util.List;

/**
 * Asks the worker command {@code plan} to read and validate all experiments of a directory, or
 * {@code plan-sweeps} to do so with its sweeps.
 *
 * @param experimentDirectory where the {@code *.yaml} files are
 * @param baseDirectory what relative paths in the files are relative to
 * @param classDirectories class path entries that are the user's own code, for the fingerprint
 * @param dataDirectory root of the data cache
 * @param engine {@code auto}, {@code onednn} or {@code dl4j}
 * @param sweeps names of the sweeps to plan; all if empty
 * @param output file that receives the {@link io.clmaven.runtime.experiment.plan.Plan}, or the
 *     {@link io.clmaven.runtime.experiment.plan.SweepPlan}, as JSON
 * @param schemaDirectory folder that receives the JSON Schemas of experiment and sweep files
 */
public record PlanRequest(
    String experimentDirectory,
    String baseDirectory,
    List<String> classDirectories,
    String dataDirectory,
    String engine,
    List<String> sweeps,
    String output,
    String schemaDirectory) {}
