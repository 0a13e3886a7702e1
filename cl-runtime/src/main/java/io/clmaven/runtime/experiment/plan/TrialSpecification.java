package io.clmaven.runtime.experiment.plan;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Everything a worker needs to run one trial, on this machine or another.
 *
 * @param experiment name of the experiment
 * @param seed seed of all random streams
 * @param configuration effective configuration of the experiment
 * @param fingerprint written into the results as it is
 * @param directory where results, events and checkpoints go
 * @param dataDirectory root of the data cache
 * @param baseDirectory what relative paths in the configuration are relative to
 * @param engine {@code auto}, {@code onednn} or {@code dl4j}
 */
public record TrialSpecification(
    String experiment,
    long seed,
    JsonNode configuration,
    Fingerprint fingerprint,
    String directory,
    String dataDirectory,
    String baseDirectory,
    String engine) {

  /** Ending of the names of checkpoints. */
  public static final String CHECKPOINT = ".checkpoint";
}
