package io.clmaven.plugin.check;

import java.util.Optional;

/**
 * What an experiment is judged by.
 *
 * @param results results of its trials; may be empty
 * @param resultFolder where they were looked for, as it is shown to the user
 * @param baseline the committed baseline
 * @param baselineFile where it was looked for, as it is shown to the user
 */
public record Evidence(
    ExperimentResults results,
    String resultFolder,
    Optional<Baseline> baseline,
    String baselineFile) {}
