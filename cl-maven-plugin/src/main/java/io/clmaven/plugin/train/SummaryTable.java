package io.clmaven.plugin.train;

import io.clmaven.plugin.config.Durations;
import io.clmaven.runtime.experiment.result.SweepResult;
import io.clmaven.runtime.experiment.result.TrialResult;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The results of a run as lines of text: one row per experiment, mean and deviation over seeds. */
public final class SummaryTable {

  private static final List<String> HEADER =
      List.of("experiment", "seeds", "accuracy", "forgetting.max", "bwt", "time (all seeds)");

  private SummaryTable() {}

  /** Reads the results of the trials, as far as there are any, and returns the table. */
  public static List<String> lines(List<Trial> trials) {
    Map<String, List<TrialResult>> results =
        trials.stream()
            .filter(trial -> Files.exists(trial.results()))
            .map(trial -> JsonFiles.read(trial.results(), TrialResult.class))
            .collect(
                Collectors.groupingBy(
                    TrialResult::experiment, LinkedHashMap::new, Collectors.toList()));
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADER);
    results.forEach((name, ofName) -> rows.add(row(name, ofName)));
    List<String> lines = new ArrayList<>(TextTable.align(rows));
    if (results.values().stream().anyMatch(ofName -> ofName.size() > 1)) {
      lines.add("+- is the standard deviation over the seeds");
    }
    results.forEach(
        (name, ofName) -> {
          if (ofName.stream().anyMatch(SummaryTable::isOnValidation)) {
            lines.add("%s is measured on validation examples".formatted(name));
          }
        });
    return lines;
  }

  private static boolean isOnValidation(TrialResult result) {
    return SweepResult.VALIDATION.equals(result.configuration().path("evaluated").asText());
  }

  private static List<String> row(String name, List<TrialResult> results) {
    Duration time = results.stream().map(Trial::time).reduce(Duration.ZERO, Duration::plus);
    return List.of(
        name,
        Integer.toString(results.size()),
        spread(results, "accuracy"),
        spread(results, "forgetting.max"),
        spread(results, "bwt"),
        Durations.text(time));
  }

  private static String spread(List<TrialResult> results, String metric) {
    double[] values =
        results.stream()
            .map(result -> result.metrics().get(metric))
            .filter(java.util.Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .toArray();
    if (values.length == 0) {
      return "-";
    }
    double mean = java.util.Arrays.stream(values).average().orElseThrow();
    if (values.length == 1) {
      return String.format(Locale.ROOT, "%.4f", mean);
    }
    double squares = java.util.Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return String.format(
        Locale.ROOT, "%.4f +- %.4f", mean, Math.sqrt(squares / (values.length - 1)));
  }
}
