package io.clmaven.plugin.uptodate;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.experiment.plan.Fingerprint;
import io.clmaven.runtime.experiment.plan.Json;
import io.clmaven.runtime.experiment.result.TrialResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares what results were made with to what they would be made with now. */
public final class UpToDateCheck {

  private UpToDateCheck() {}

  /**
   * Judges the results of a trial.
   *
   * @param results {@code results.json} of the trial
   * @param now fingerprint of the experiment as it is now
   */
  public static Verdict of(Path results, Fingerprint now) {
    if (!Files.exists(results)) {
      return new Verdict(List.of("there are no results"));
    }
    try {
      TrialResult old = Json.mapper().readValue(results.toFile(), TrialResult.class);
      if (old == null || old.fingerprint() == null) {
        return new Verdict(List.of("results.json is incomplete"));
      }
      if (old.schema() != TrialResult.SCHEMA) {
        return new Verdict(
            List.of(
                "results.json has format %d, this version writes %d"
                    .formatted(old.schema(), TrialResult.SCHEMA)));
      }
      List<String> reasons = new ArrayList<>(now.changesSince(old.fingerprint()));
      reasons.addAll(missingAnalyses(results.toAbsolutePath().getParent(), old));
      return new Verdict(reasons);
    } catch (IOException e) {
      return new Verdict(List.of("results.json cannot be read"));
    }
  }

  private static List<String> missingAnalyses(Path directory, TrialResult old) {
    if (old.configuration() == null) {
      return List.of();
    }
    List<String> missing = new ArrayList<>();
    for (Map.Entry<String, JsonNode> analysis : old.configuration().path("analysis").properties()) {
      String file = TrialResult.analysisFile(analysis.getKey());
      if (!Files.exists(directory.resolve(file))) {
        missing.add("%s is missing".formatted(file));
      }
    }
    return missing;
  }
}
