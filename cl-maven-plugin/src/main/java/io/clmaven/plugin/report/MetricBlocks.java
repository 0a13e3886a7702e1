package io.clmaven.plugin.report;

import io.clmaven.plugin.check.Sample;
import io.clmaven.runtime.experiment.plan.CheckRule.Statistic;
import io.clmaven.runtime.experiment.result.TrialResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The metrics of the accuracy matrix: large for the first impression, exact in tables. */
final class MetricBlocks {

  private static final List<String> MOST_IMPORTANT = List.of("accuracy", "bwt", "forgetting.max");

  private final Trials trials;

  MetricBlocks(Trials trials) {
    this.trials = trials;
  }

  /** The three metrics that matter most, and the time. */
  Block.Tiles tiles() {
    List<Block.Tile> tiles = new ArrayList<>();
    for (String id : MOST_IMPORTANT) {
      Optional<Sample> sample = trials.metric(id);
      sample.ifPresent(s -> tiles.add(tile(id, s)));
    }
    double seconds = trials.mean(trial -> trial.cost().seconds());
    double rate = trials.mean(trial -> trial.cost().samplesPerSecond());
    tiles.add(
        new Block.Tile(
            "time per seed",
            Numbers.seconds(seconds),
            Numbers.count(rate) + " training samples per second"));
    return new Block.Tiles(tiles);
  }

  private static Block.Tile tile(String id, Sample sample) {
    String detail =
        sample.size() == 1
            ? "one seed"
            : "± %s over %d seeds"
                .formatted(Numbers.percent(sample.standardDeviation()), sample.size());
    return new Block.Tile(id, Numbers.percent(sample.mean()), detail);
  }

  /** Every metric over the seeds. */
  Block.Table summary() {
    List<List<Cell>> rows = new ArrayList<>();
    for (String id : trials.results().metrics()) {
      trials.metric(id).ifPresent(sample -> rows.add(row(id, sample)));
    }
    return new Block.Table(
        "Metrics over the seeds",
        List.of("metric", "mean", "std. dev.", "min", "max", "95 % interval of the mean"),
        rows);
  }

  private static List<Cell> row(String id, Sample sample) {
    boolean single = sample.size() == 1;
    return List.of(
        Cell.metric(id),
        Cell.number(Numbers.percent(sample.mean())),
        Cell.number(single ? Numbers.MISSING : Numbers.percent(sample.standardDeviation())),
        Cell.number(Numbers.percent(sample.statistic(Statistic.MIN))),
        Cell.number(Numbers.percent(sample.statistic(Statistic.MAX))),
        Cell.number(interval(sample)));
  }

  private static String interval(Sample sample) {
    return sample.size() == 1
        ? Numbers.MISSING
        : "%s to %s"
            .formatted(
                Numbers.percent(sample.statistic(Statistic.LOWER_CI95)),
                Numbers.percent(sample.statistic(Statistic.UPPER_CI95)));
  }

  /** Every metric of every seed. */
  Block.Table perSeed() {
    List<String> ids = trials.results().metrics();
    List<String> header = new ArrayList<>(List.of("seed"));
    header.addAll(ids);
    List<List<Cell>> rows = new ArrayList<>();
    for (TrialResult trial : trials.all()) {
      List<Cell> row = new ArrayList<>(List.of(Cell.text(String.valueOf(trial.seed()))));
      for (String id : ids) {
        row.add(Cell.number(Numbers.percent(trial.metrics().getOrDefault(id, Double.NaN))));
      }
      rows.add(row);
    }
    return new Block.Table("Metrics of each seed", header, rows);
  }
}
