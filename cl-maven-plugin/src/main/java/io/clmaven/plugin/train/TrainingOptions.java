package io.clmaven.plugin.train;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How trials are run.
 *
 * @param runDirectory folder of the results of this run
 * @param dataDirectory root of the data cache
 * @param baseDirectory what relative paths in experiment files are relative to
 * @param engine engine that trials use
 * @param parallel trials at a time
 * @param force trains also what is up to date
 * @param failFast stops at the first trial that fails
 * @param lockTimeout how long to wait for another build that trains in the same folder
 */
public record TrainingOptions(
    Path runDirectory,
    Path dataDirectory,
    Path baseDirectory,
    String engine,
    int parallel,
    boolean force,
    boolean failFast,
    Duration lockTimeout) {}
