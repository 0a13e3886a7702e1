package io.clmaven.plugin.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.clmaven.runtime.experiment.plan.CheckRule;
import io.clmaven.runtime.experiment.plan.CheckRule.Statistic;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Everything the gate says. */
final class Messages {

  private static final String ENGINE = "engine: ";
  private static final String ARROW = " -> ";

  private Messages() {}

  static String limit(String what, String measured, String limit) {
    return "%s is %s, %s".formatted(what, measured, limit);
  }

  static String measured(Statistic statistic, String metric, int seeds) {
    String what =
        switch (statistic) {
          case MEAN -> "mean %s";
          case MIN -> "smallest %s";
          case MAX -> "largest %s";
          case LOWER_CI95 -> "lower 95 %% confidence bound of the mean %s";
          case UPPER_CI95 -> "upper 95 %% confidence bound of the mean %s";
        };
    return what.formatted(metric) + " over " + seeds(seeds);
  }

  static String seeds(String metric, int seeds, int minimum) {
    return "%s was measured with %s, minimum is %d".formatted(metric, seeds(seeds), minimum);
  }

  static String intervalNeedsSeeds(Statistic statistic) {
    return "the statistic '%s' needs at least 2 seeds, there is 1. Add seeds or choose 'mean'"
        .formatted(statistic.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  static String demandsNothing() {
    return "it demands nothing. Give it a minimum, a maximum, a margin or a number of seeds";
  }

  static String unknownMetric(String metric, Collection<String> known) {
    return "it matches nothing, there is no metric '%s' in the results; there are %s"
        .formatted(metric, known.isEmpty() ? "none" : String.join(", ", known));
  }

  static String notANumber(String metric, Collection<Long> seeds) {
    return "%s of %s is not a number".formatted(metric, list(seeds));
  }

  static String noResults(String folder) {
    return "there are no results in '%s'. Run cl:train first".formatted(folder);
  }

  static String missingSeeds(Collection<Long> seeds) {
    return "there is no result of %s. Run cl:train first".formatted(list(seeds));
  }

  static String stale(Collection<Long> seeds, List<String> changes) {
    return "the results of %s are stale (%s). Run cl:train again%s"
        .formatted(list(seeds), String.join("; ", changes), sameEngine(changes));
  }

  private static String sameEngine(List<String> changes) {
    return changes.stream()
        .filter(change -> change.startsWith(ENGINE) && change.contains(ARROW))
        .map(change -> change.substring(ENGINE.length(), change.indexOf(ARROW)))
        .findFirst()
        .map(
            ", or give this goal the engine that they were trained with: -Dcl.engine=%s"::formatted)
        .orElse("");
  }

  static String noBaseline(String file) {
    return "there is no baseline '%s'. Run cl:update-baseline and commit the file".formatted(file);
  }

  static String notInBaseline(String metric) {
    return "the baseline has no '%s'. Run cl:update-baseline and commit the file".formatted(metric);
  }

  static String otherBaseline(List<String> differences) {
    return "the baseline was measured on something else (%s). Run cl:update-baseline with a reason"
        .formatted(String.join("; ", differences));
  }

  static String noCommonSeed(String metric, Collection<Long> measured, Collection<Long> baseline) {
    return "%s was measured with %s, the baseline with %s; none is common"
        .formatted(metric, list(measured), list(baseline));
  }

  static String regression(String metric, Comparison comparison, CheckRule rule) {
    int scale = Rounding.scaleOf(rule);
    int seeds = comparison.after().size();
    double difference = comparison.after().mean() - comparison.before().mean();
    String means =
        "mean %s over %s is %s, baseline %s, difference %s"
            .formatted(
                metric,
                commonSeeds(seeds),
                comparison.direction().print(comparison.after().mean(), scale),
                comparison.direction().print(comparison.before().mean(), scale),
                signed(Rounding.nearest(difference, scale)));
    String bound = Rounding.ceiling(comparison.bound(rule.confidence()), scale);
    String test =
        seeds == 1
            ? "compared without a test, as there is one seed: worse by %s".formatted(bound)
            : "with %s %% confidence worse by at most %s"
                .formatted(percent(rule.confidence()), bound);
    return "%s; %s, margin is %s"
        .formatted(means, test, Rounding.limit(rule.margin().orElseThrow(), scale));
  }

  static String damagedResult(String file, JsonProcessingException cause) {
    return "Cannot read the result '%s': %s. Delete the file and run cl:train again."
        .formatted(file, cause.getOriginalMessage());
  }

  static String otherResultSchema(String file, int found, int known) {
    return ("Cannot read the result '%s': it has schema %d, this version reads %d. Run cl:train"
            + " again.")
        .formatted(file, found, known);
  }

  static String damagedBaseline(String file, JsonProcessingException cause) {
    return "Cannot read the baseline '%s': %s. Restore the committed file."
        .formatted(file, cause.getOriginalMessage());
  }

  static String otherBaselineSchema(String file, int schema) {
    return ("Cannot read the baseline '%s': it has schema %d, this version reads %d. Use the"
            + " version of the plugin that wrote it, or delete it and run cl:update-baseline.")
        .formatted(file, schema, Baseline.SCHEMA);
  }

  static String notWritten(Path file, java.io.IOException cause) {
    return "Cannot write '%s': %s. Make room or allow writing there, then run the goal again."
        .formatted(file, cause.getMessage());
  }

  static String notUpdated(String experiment, String cause) {
    return "Cannot update the baseline of '%s': %s.".formatted(experiment, cause);
  }

  static String worse(String file, List<String> objections) {
    return ("Cannot update the baseline '%s': %s. To accept that, say why with"
            + " -Dcl.baseline.reason='...'; the reason is kept in the file.")
        .formatted(file, String.join("; ", objections));
  }

  static String measuredOnOther(List<String> differences) {
    return "it was measured on something else (%s)".formatted(String.join("; ", differences));
  }

  static String lost(String metric) {
    return "%s is no longer measured".formatted(metric);
  }

  static String newInBaseline(String metric, String mean) {
    return "%s %s (new)".formatted(metric, mean);
  }

  static String changed(String metric, String before, String now) {
    return metric + " " + before + ARROW + now;
  }

  static String overSeeds(String mean, Collection<Long> seeds) {
    return "%s over %s".formatted(mean, list(seeds));
  }

  static String worsened(String metric, String before, String now, BigDecimal margin) {
    String more = margin.signum() == 0 ? "" : ", by more than its margin " + margin.toPlainString();
    return "mean %s gets worse from %s to %s%s".formatted(metric, before, now, more);
  }

  private static String seeds(int count) {
    return count == 1 ? "1 seed" : count + " seeds";
  }

  private static String commonSeeds(int count) {
    return count == 1 ? "1 common seed" : count + " common seeds";
  }

  private static String list(Collection<Long> seeds) {
    String numbers = seeds.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return (seeds.size() == 1 ? "seed " : "seeds ") + numbers;
  }

  private static String signed(String number) {
    return new BigDecimal(number).signum() > 0 ? "+" + number : number;
  }

  private static String percent(double share) {
    return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString();
  }
}
