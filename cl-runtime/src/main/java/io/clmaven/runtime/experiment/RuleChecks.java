package io.clmaven.runtime.experiment;

import io.clmaven.runtime.experiment.plan.CheckRule;
import io.clmaven.runtime.experiment.yaml.Node;
import io.clmaven.runtime.experiment.yaml.Place;
import io.clmaven.runtime.experiment.yaml.Problems;
import io.clmaven.runtime.metric.Metric;
import io.clmaven.runtime.metric.Metrics;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether the rules of {@code check} name metrics and can hold; resolves aliases of metrics. */
final class RuleChecks {

  private static final int SOME_TASKS = 3; // enough for every metric

  private static final Set<String> SETTINGS =
      Arrays.stream(CheckRule.class.getRecordComponents())
          .map(RecordComponent::getName)
          .collect(Collectors.toSet());

  private final Map<String, Object> parts;
  private final Node.Mapping settings;
  private final Problems problems;
  private final Map<String, CheckRule> byId = new LinkedHashMap<>();
  private final Map<String, String> names = new LinkedHashMap<>();

  RuleChecks(Map<String, Object> parts, Node.Mapping settings, Problems problems) {
    this.parts = parts;
    this.settings = settings;
    this.problems = problems;
  }

  /** Checks all rules and puts them under the ids of their metrics. */
  void run() {
    metrics();
    ((Map<?, ?>) parts.getOrDefault("check", Map.of()))
        .forEach((name, rule) -> check((String) name, (CheckRule) rule));
    parts.computeIfPresent("check", (key, rules) -> byId);
  }

  private void metrics() {
    Optional<Node> node = settings.find("check");
    if (node.isPresent() && node.get() instanceof Node.Mapping rules) {
      rules.entries().keySet().stream()
          .filter(name -> Metrics.find(name).isEmpty())
          .forEach(
              name ->
                  problems.add(
                      rules.placeOf(name), ExperimentMessages.unknownMetric(name, Metrics.ids())));
    }
  }

  private void check(String name, CheckRule rule) {
    String id = Metrics.find(name).map(Metric::id).orElse(name);
    if (byId.put(id, rule) != null) {
      refuse(name, ExperimentMessages.sameMetric(name, names.get(id)));
    }
    names.put(id, name);
    Metrics.find(name).ifPresent(metric -> evaluation(name, metric));
    if (rule.minimum().or(rule::maximum).or(rule::margin).isEmpty() && !isMisspelt(name)) {
      refuse(name, ExperimentMessages.noLimit(name));
    }
    fraction(name, "minimum", rule.minimum());
    fraction(name, "maximum", rule.maximum());
    fraction(name, "margin", rule.margin());
    if (rule.minimum().isPresent()
        && rule.maximum().filter(m -> m.compareTo(rule.minimum().get()) < 0).isPresent()) {
      refuse(name, ExperimentMessages.crossedLimits(name));
    }
    int seeds = ((List<?>) parts.getOrDefault("seeds", List.of())).size();
    if (parts.containsKey("seeds") && rule.seeds() > seeds) {
      refuse(name, ExperimentMessages.tooFewSeeds(name, rule.seeds(), seeds));
    }
  }

  /** Refuses a rule that the results could only fail to answer. */
  private void evaluation(String name, Metric metric) {
    Optional.ofNullable((Training) parts.get("training"))
        .filter(t -> !MetricNeeds.isDefined(metric, SOME_TASKS, t.evaluate()))
        .flatMap(t -> MetricNeeds.evaluation(metric, SOME_TASKS))
        .ifPresent(enough -> refuse(name, ExperimentMessages.notEvaluated(name, enough)));
  }

  private void fraction(String name, String setting, Optional<BigDecimal> value) {
    value
        .filter(v -> v.abs().compareTo(BigDecimal.ONE) > 0)
        .flatMap(v -> rule(name).find(setting))
        .map(Node.Scalar.class::cast)
        .ifPresent(
            node ->
                problems.add(
                    node.place(), ExperimentMessages.notAFraction(setting, name, node.text())));
  }

  /** Tells whether the rule has a setting that nobody knows: then that is the mistake to tell. */
  private boolean isMisspelt(String name) {
    return !SETTINGS.containsAll(rule(name).entries().keySet());
  }

  private void refuse(String name, String message) {
    problems.add(place(name), message);
  }

  private Place place(String name) {
    return group("check", settings).placeOf(name);
  }

  private Node.Mapping rule(String name) {
    return group(name, group("check", settings));
  }

  private static Node.Mapping group(String key, Node.Mapping of) {
    return (Node.Mapping) of.find(key).orElseThrow();
  }
}
