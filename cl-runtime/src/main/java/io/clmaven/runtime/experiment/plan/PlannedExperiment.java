package io.clmaven.runtime.experiment.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.data.DataFile;
import java.util.List;
import java.util.Map;

/**
 * One valid experiment.
 *
 * @param name name of the file without {@code .yaml}
 * @param file path relative to the experiment directory
 * @param presets names of the presets it extends, nearest first
 * @param summary one line: benchmark, model, methods, optimizer, epochs, seeds
 * @param configuration effective configuration: every setting with its value; a valid experiment
 *     file in itself
 * @param seeds one trial each
 * @param checks rules by metric id
 * @param files files to download
 * @param fingerprint what the results depend on
 */
public record PlannedExperiment(
    String name,
    String file,
    List<String> presets,
    String summary,
    JsonNode configuration,
    List<Long> seeds,
    Map<String, CheckRule> checks,
    List<DataFile> files,
    Fingerprint fingerprint) {}
