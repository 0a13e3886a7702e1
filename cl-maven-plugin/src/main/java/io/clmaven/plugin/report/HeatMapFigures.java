package io.clmaven.plugin.report;

import io.clmaven.runtime.diagnostic.HeatMap;
import io.clmaven.runtime.experiment.result.TrialResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The heat maps that the methods made: the mean over the seeds, and a table for each seed. */
final class HeatMapFigures {

  private static final int MOST_COLUMNS_IN_HALF = 12;

  private final Trials trials;

  HeatMapFigures(Trials trials) {
    this.trials = trials;
  }

  List<Block> build(String id) {
    return trials.first().diagnostics().maps().stream()
        .<Block>map(first -> figure(id, first.id()))
        .toList();
  }

  private Block.Figure figure(String id, String map) {
    List<SeedMap> seeds = alike(map);
    SeedMap first = seeds.get(0);
    boolean averaged = seeds.size() == trials.all().size() && seeds.size() > 1;
    HeatMap shown = averaged ? mean(seeds) : first.map();
    List<Block.Table> tables = new ArrayList<>();
    if (averaged) {
      tables.add(table("Mean over %d seeds".formatted(seeds.size()), shown));
    }
    seeds.forEach(seed -> tables.add(table("Seed " + seed.seed(), seed.map())));
    return new Block.Figure(
        id + "-" + map,
        shown.title(),
        shown.description() + note(averaged, first),
        shown.columns().size() > MOST_COLUMNS_IN_HALF
            ? Block.Figure.Width.FULL
            : Block.Figure.Width.HALF,
        chart(shown),
        tables);
  }

  /** A map and the seed that it belongs to. */
  private record SeedMap(long seed, HeatMap map) {}

  /** Returns the maps of all seeds whose rows and columns mean the same as in the first one. */
  private List<SeedMap> alike(String id) {
    List<SeedMap> seeds = new ArrayList<>();
    for (TrialResult trial : trials.all()) {
      trial.diagnostics().maps().stream()
          .filter(map -> map.id().equals(id))
          .map(map -> new SeedMap(trial.seed(), named(map, trial)))
          .forEach(seeds::add);
    }
    HeatMap first = seeds.get(0).map();
    seeds.removeIf(seed -> !seed.map().rows().equals(first.rows()));
    seeds.removeIf(seed -> !seed.map().columns().equals(first.columns()));
    return seeds;
  }

  /** Returns a map with the names that the tasks have in this report. */
  private HeatMap named(HeatMap map, TrialResult trial) {
    return new HeatMap(
        map.id(),
        map.title(),
        map.description(),
        map.unit(),
        map.rows().equals(trial.taskNames()) ? trials.tasks() : map.rows(),
        map.columns().equals(trial.taskNames()) ? trials.tasks() : map.columns(),
        map.values());
  }

  private String note(boolean averaged, SeedMap first) {
    if (trials.all().size() == 1) {
      return "";
    }
    return averaged ? " Mean over the seeds." : " Seed %d.".formatted(first.seed());
  }

  private static HeatMap mean(List<SeedMap> seeds) {
    HeatMap first = seeds.get(0).map();
    List<List<Double>> values =
        IntStream.range(0, first.rows().size())
            .mapToObj(
                i ->
                    IntStream.range(0, first.columns().size())
                        .mapToObj(j -> mean(seeds, i, j))
                        .toList())
            .toList();
    return new HeatMap(
        first.id(),
        first.title(),
        first.description(),
        first.unit(),
        first.rows(),
        first.columns(),
        values);
  }

  private static double mean(List<SeedMap> seeds, int i, int j) {
    return seeds.stream()
        .mapToDouble(seed -> seed.map().values().get(i).get(j))
        .filter(Double::isFinite)
        .average()
        .orElse(Double.NaN);
  }

  private static Chart chart(HeatMap map) {
    List<List<Double>> values =
        map.values().stream().map(row -> row.stream().map(Numbers::rounded).toList()).toList();
    Range range = Range.of(map);
    return new Chart.Grid(map.rows(), map.columns(), values, map.unit(), range.low(), range.high());
  }

  /** What the palest and the strongest colour stand for: percentages are comparable. */
  private record Range(double low, double high) {

    static Range of(HeatMap map) {
      double[] values =
          map.values().stream()
              .flatMap(List::stream)
              .mapToDouble(value -> value)
              .filter(Double::isFinite)
              .sorted()
              .toArray();
      double low = values.length == 0 ? 0 : Math.min(0, values[0]);
      double high = values.length == 0 ? 1 : values[values.length - 1];
      boolean percent = map.unit().equals("%") && low >= 0 && high <= 100;
      return percent ? new Range(0, 100) : new Range(Numbers.rounded(low), Numbers.rounded(high));
    }
  }

  private static Block.Table table(String caption, HeatMap map) {
    List<String> header = new ArrayList<>(List.of(""));
    header.addAll(map.columns());
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < map.rows().size(); i++) {
      List<Cell> row = new ArrayList<>(List.of(Cell.text(map.rows().get(i))));
      map.values().get(i).forEach(value -> row.add(Cell.number(text(value, map.unit()))));
      rows.add(row);
    }
    return new Block.Table(caption, header, rows);
  }

  private static String text(double value, String unit) {
    String number = Numbers.quantity(value);
    return unit.isEmpty() || number.equals(Numbers.MISSING) ? number : number + " " + unit;
  }
}
