package io.clmaven.plugin.report;

import io.clmaven.plugin.check.Baseline;
import io.clmaven.plugin.check.BaselineFolder;
import io.clmaven.plugin.check.Fixture;
import io.clmaven.plugin.check.ResultFolder;
import io.clmaven.runtime.diagnostic.Contract;
import io.clmaven.runtime.diagnostic.Diagnostics;
import io.clmaven.runtime.diagnostic.HeatMap;
import io.clmaven.runtime.experiment.plan.CheckRule;
import io.clmaven.runtime.experiment.plan.Fingerprint;
import io.clmaven.runtime.experiment.plan.Json;
import io.clmaven.runtime.experiment.plan.Plan;
import io.clmaven.runtime.experiment.plan.PlannedExperiment;
import io.clmaven.runtime.experiment.result.LossLandscapeResult;
import io.clmaven.runtime.experiment.result.LossLandscapeResult.Grid;
import io.clmaven.runtime.experiment.result.TrialResult;
import io.clmaven.runtime.metric.AccuracyMatrix;
import io.clmaven.runtime.metric.Metrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/** Writes the folder of a run as {@code cl:train} leaves it: three experiments on ten tasks. */
public final class SampleRun {

  private static final int TASKS = 10;

  private final Path base;

  public SampleRun(Path base) {
    this.base = base;
  }

  public ReportedRun write() throws IOException {
    ReportedRun run =
        new ReportedRun(
            new ResultFolder(base.resolve("target/cl/default"), base),
            new BaselineFolder(base.resolve("baselines"), base));
    List<PlannedExperiment> planned = new ArrayList<>();
    planned.add(experiment("gpm-pmnist", 0.002, Map.of("accuracy", Fixture.minimum("0.9"))));
    planned.add(experiment("naive-pmnist", 0.03, Map.of("accuracy", Fixture.minimum("0.9"))));
    planned.add(planned("untrained <b>", Map.of()));
    run.baselines().write(baseline());
    write(base.resolve("target/cl/default/plan.json"), new Plan(List.of(), List.of(), planned));
    write(base.resolve("target/cl/default/sweeps/rates/sweep.json"), SampleSweep.RESULT);
    return run;
  }

  private PlannedExperiment experiment(
      String name, double forgetting, Map<String, CheckRule> checks) throws IOException {
    for (long seed = 1; seed <= 5; seed++) {
      Path file =
          base.resolve("target/cl/default").resolve(name).resolve("seed-" + seed + "/results.json");
      write(file, trial(name, seed, forgetting));
      write(file.resolveSibling("analysis/loss-landscape.json"), landscape(seed, forgetting));
    }
    return planned(name, checks);
  }

  private static PlannedExperiment planned(String name, Map<String, CheckRule> checks) {
    return new PlannedExperiment(
        name,
        name + ".yaml",
        List.of("preset/" + name),
        "permuted-mnist (10 tasks), mlp, %s with sgd, 5 epochs, 5 seeds".formatted(name),
        configuration(),
        List.of(1L, 2L, 3L, 4L, 5L),
        checks,
        List.of(),
        new Fingerprint(Fixture.PARTS));
  }

  static TrialResult trial(String name, long seed, double forgetting) {
    List<List<Double>> rows = new ArrayList<>();
    List<TrialResult.TaskCost> costs = new ArrayList<>();
    for (int i = 0; i < TASKS; i++) {
      List<Double> row = new ArrayList<>();
      for (int j = 0; j < TASKS; j++) {
        row.add(j <= i ? learnt(i, j, seed, forgetting) : 0.1 + 0.001 * ((7 * i + 3 * j) % 11));
      }
      rows.add(row);
      costs.add(new TrialResult.TaskCost(30_000, 300_000, 5.5 + 0.2 * i, 0.1));
    }
    AccuracyMatrix accuracy = new AccuracyMatrix(rows);
    List<String> tasks = new ArrayList<>();
    for (int i = 1; i <= TASKS; i++) {
      tasks.add("task " + i);
    }
    return new TrialResult(
        TrialResult.SCHEMA,
        name,
        seed,
        configuration(),
        tasks,
        accuracy,
        Metrics.compute(accuracy),
        costs,
        new TrialResult.Cost(65.2 + seed, 46_000 + 100 * seed, 900L << 20, 3L << 20),
        new TrialResult.Environment(
            "onednn", "nd4j-native", "17.0.15", "Linux amd64", "Xeon @ 2.1 GHz", 1, "0.1.0"),
        new Fingerprint(Fixture.PARTS),
        "5e".repeat(32),
        0,
        name.startsWith("gpm") ? diagnostics(seed, tasks) : Diagnostics.NONE);
  }

  /** A memory that fills; with seed 3 one contract is broken. */
  private static Diagnostics diagnostics(long seed, List<String> tasks) {
    List<List<Double>> ranks = new ArrayList<>();
    for (double end : List.of(52.3, 93.0, 71.0)) {
      List<Double> row = new ArrayList<>();
      for (int i = 0; i < TASKS; i++) {
        row.add(end * (1 - Math.exp(-0.35 * (i + 1))) + 0.1 * seed);
      }
      ranks.add(row);
    }
    double overlap = seed == 3 ? 3.2e-5 : 1e-7 * seed;
    return new Diagnostics(
        List.of(
            new Contract("gpm.orthonormal", "max |MᵀM − I|", 1e-5)
                .checked(2.4e-7, "task 9, layer lin2"),
            new Contract("gpm.gradient-orthogonal", "‖G′M‖ / ‖G‖", 1e-5)
                .checked(overlap, "task 5, layer lin1"),
            new Contract("gpm.ranks-grow", "rank M before − rank M after a task", 0)
                .checked(0, "task 2, layer lin1")),
        List.of(
            new HeatMap(
                "gpm.rank",
                "Rank of the bases",
                "Protected directions in percent of the input dimension.",
                "%",
                List.of("lin1 (784)", "lin2 (100)", "lin3 (100)"),
                tasks,
                ranks)));
  }

  /** Bowls that are the steeper the more is forgotten, and rise with every task. */
  private static LossLandscapeResult landscape(long seed, double forgetting) {
    List<Double> steps = IntStream.range(0, 100).mapToObj(i -> (2 * i - 100) / 100.0).toList();
    List<Double> axis = IntStream.range(0, 21).mapToObj(i -> (i - 10) / 10.0).toList();
    List<Grid> curves = new ArrayList<>();
    List<Grid> surfaces = new ArrayList<>();
    for (int after = 0; after < TASKS; after++) {
      for (int on = 0; on <= after; on++) {
        double height = 0.05 + 5 * forgetting * (after - on);
        double slope = 1 + 20 * forgetting;
        List<Double> directions = List.of(0.8 * slope, slope, slope + 0.1 * seed);
        curves.add(grid(after, on, directions, steps, (s, a) -> height + s * a * a));
      }
      double height = 0.05 + 5 * forgetting * after;
      surfaces.add(grid(after, 0, axis, axis, (b, a) -> height + 2 * a * a + b * b + a * b));
    }
    return new LossLandscapeResult(LossLandscapeResult.SCHEMA, steps, curves, axis, surfaces);
  }

  private static Grid grid(
      int after, int on, List<Double> rows, List<Double> columns, DoubleBinaryOperator loss) {
    return new Grid(
        after,
        on,
        rows.stream()
            .map(r -> columns.stream().map(c -> (float) loss.applyAsDouble(r, c)).toList())
            .toList());
  }

  /** Test sets have 10,000 examples, so accuracies have four decimals. */
  private static double learnt(int i, int j, long seed, double forgetting) {
    double noise = Math.sin(12.9898 * (i + 1) + 78.233 * (j + 1) + 4.1 * seed);
    double value = 0.965 - 0.002 * j - forgetting * (i - j) + 0.004 * noise;
    return Math.round(value * 10_000) / 10_000.0;
  }

  private static Baseline baseline() {
    TreeMap<String, SortedMap<Long, Double>> metrics = new TreeMap<>();
    metrics.put("accuracy", new TreeMap<>(Map.of(1L, 0.94, 2L, 0.94, 3L, 0.941)));
    metrics.put("bwt", new TreeMap<>(Map.of(1L, -0.03, 2L, -0.031, 3L, -0.03)));
    return new Baseline(
        Baseline.SCHEMA,
        "gpm-pmnist",
        Optional.of("smaller network"),
        new TreeMap<>(Map.of("backend", "nd4j-native", "benchmark.name", "split-mnist")),
        metrics);
  }

  private static com.fasterxml.jackson.databind.JsonNode configuration() {
    return Fixture.json(
        """
        {"benchmark": {"name": "permuted-mnist", "tasks": 10},
         "model": {"name": "mlp", "hidden": [100, 100], "bias": false},
         "method": [{"name": "gpm", "threshold": [0.95, 0.99, 0.99]}],
         "training": {"epochs": 5, "batchSize": 10,
                      "optimizer": {"name": "sgd", "learningRate": 0.01}},
         "analysis": {"loss-landscape": {"directions": 3}},
         "seeds": [1, 2, 3, 4, 5],
         "check": {"accuracy": {"minimum": 0.9}}}
        """);
  }

  private static void write(Path file, Object value) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, Json.mapper().writeValueAsString(value));
  }
}
