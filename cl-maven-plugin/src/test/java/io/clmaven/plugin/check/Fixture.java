package io.clmaven.plugin.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.diagnostic.Diagnostics;
import io.clmaven.runtime.experiment.plan.CheckRule;
import io.clmaven.runtime.experiment.plan.CheckRule.Statistic;
import io.clmaven.runtime.experiment.plan.Fingerprint;
import io.clmaven.runtime.experiment.plan.Json;
import io.clmaven.runtime.experiment.plan.PlannedExperiment;
import io.clmaven.runtime.experiment.result.TrialResult;
import io.clmaven.runtime.metric.AccuracyMatrix;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Builds experiments, results and evidence for tests of the gate and the report. */
public final class Fixture {

  public static final Map<String, String> PARTS =
      Map.of("backend", "nd4j-native", "benchmark.name", "split-mnist", "training.epochs", "5");

  private final String name;
  private final Map<String, CheckRule> checks = new TreeMap<>();
  private final List<TrialResult> trials = new ArrayList<>();
  private List<Long> seeds = List.of(1L, 2L, 3L, 4L, 5L);
  private Map<String, String> fingerprint = PARTS;
  private Optional<Baseline> baseline = Optional.empty();

  private Fixture(String name) {
    this.name = name;
  }

  public static Fixture experiment(String name) {
    return new Fixture(name);
  }

  public Fixture seeds(Long... newSeeds) {
    seeds = List.of(newSeeds);
    return this;
  }

  public Fixture fingerprint(Map<String, String> parts) {
    fingerprint = parts;
    return this;
  }

  public Fixture rule(String metric, CheckRule rule) {
    checks.put(metric, rule);
    return this;
  }

  /** Adds results of the seeds 1, 2, 3 … with these values of one metric. */
  public Fixture measured(String metric, double... values) {
    for (int i = 0; i < values.length; i++) {
      trial(i + 1, Map.of(metric, values[i]));
    }
    return this;
  }

  public Fixture trial(long seed, Map<String, Double> metrics) {
    trials.add(trial(name, seed, metrics, PARTS));
    return this;
  }

  public Fixture trial(TrialResult trial) {
    trials.add(trial);
    return this;
  }

  /** Sets a baseline with the seeds 1, 2, 3 … and these values of one metric. */
  public Fixture baseline(String metric, double... values) {
    Fixture past = experiment(name).measured(metric, values);
    return baseline(Baseline.of(past.results(), Optional.empty()));
  }

  public Fixture baseline(Baseline newBaseline) {
    baseline = Optional.of(newBaseline);
    return this;
  }

  public PlannedExperiment planned() {
    return new PlannedExperiment(
        name,
        name + ".yaml",
        List.of(),
        "split-mnist, mlp, naive with sgd, 5 epochs, %d seeds".formatted(seeds.size()),
        json("{}"),
        seeds,
        checks,
        List.of(),
        new Fingerprint(fingerprint));
  }

  public ExperimentResults results() {
    return new ExperimentResults(name, trials);
  }

  public Evidence evidence() {
    return new Evidence(
        results(),
        "target/cl/default/" + name,
        baseline,
        "src/main/cl/baselines/" + name + ".json");
  }

  /** Judges with a gate that fails on everything. */
  public List<Verdict> verdicts() {
    return verdicts(new Policy(Policy.Reaction.FAIL, Policy.Reaction.FAIL));
  }

  public List<Verdict> verdicts(Policy policy) {
    return new Gate(policy).judge(planned(), evidence());
  }

  public List<String> messages() {
    return verdicts().stream().map(Verdict::message).toList();
  }

  public static CheckRule minimum(String limit) {
    return new CheckRule(
        Optional.of(new BigDecimal(limit)),
        Optional.empty(),
        Optional.empty(),
        0.95,
        Statistic.MEAN,
        1);
  }

  public static CheckRule minimum(String limit, Statistic statistic) {
    return new CheckRule(
        Optional.of(new BigDecimal(limit)), Optional.empty(), Optional.empty(), 0.95, statistic, 1);
  }

  public static CheckRule maximum(String limit, Statistic statistic) {
    return new CheckRule(
        Optional.empty(), Optional.of(new BigDecimal(limit)), Optional.empty(), 0.95, statistic, 1);
  }

  public static CheckRule margin(String margin) {
    return new CheckRule(
        Optional.empty(),
        Optional.empty(),
        Optional.of(new BigDecimal(margin)),
        0.95,
        Statistic.MEAN,
        1);
  }

  public static CheckRule seeds(int seeds) {
    return new CheckRule(
        Optional.empty(), Optional.empty(), Optional.empty(), 0.95, Statistic.MEAN, seeds);
  }

  /** Returns a result with two tasks. */
  public static TrialResult trial(
      String experiment, long seed, Map<String, Double> metrics, Map<String, String> parts) {
    return trial(experiment, seed, List.of("0 and 1", "2 and 3"), metrics, parts);
  }

  /** Returns a result with two tasks of these names. */
  public static TrialResult trial(
      String experiment, long seed, List<String> tasks, Map<String, Double> metrics) {
    return trial(experiment, seed, tasks, metrics, PARTS);
  }

  /** Returns a result with these diagnostics. */
  public static TrialResult trial(long seed, List<String> tasks, Diagnostics diagnostics) {
    return trial("gpm", seed, tasks, Map.of(), PARTS, diagnostics);
  }

  /** Returns a result with two tasks of these names and this fingerprint. */
  public static TrialResult trial(
      String experiment,
      long seed,
      List<String> tasks,
      Map<String, Double> metrics,
      Map<String, String> parts) {
    return trial(experiment, seed, tasks, metrics, parts, Diagnostics.NONE);
  }

  private static TrialResult trial(
      String experiment,
      long seed,
      List<String> tasks,
      Map<String, Double> metrics,
      Map<String, String> parts,
      Diagnostics diagnostics) {
    return new TrialResult(
        TrialResult.SCHEMA,
        experiment,
        seed,
        json("{\"model\": {\"name\": \"mlp\"}, \"seeds\": [1, 2]}"),
        tasks,
        new AccuracyMatrix(List.of(List.of(0.99), List.of(0.9 + seed / 100.0, 0.98))),
        metrics,
        List.of(
            new TrialResult.TaskCost(100, 1000, 2.0, 0.25),
            new TrialResult.TaskCost(100, 1000, 3.0, 0.5)),
        new TrialResult.Cost(6.0 + seed, 400.0, 512L << 20, 3L << 20),
        new TrialResult.Environment(
            "onednn", "nd4j-native", "17.0.15", "Linux amd64", "a processor", 1, "0.1.0"),
        new Fingerprint(parts),
        "ab".repeat(32),
        0,
        diagnostics);
  }

  public static JsonNode json(String text) {
    try {
      return Json.mapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
