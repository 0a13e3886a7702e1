package io.clmaven.plugin.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.plugin.sweep.SettingNames;
import io.clmaven.runtime.experiment.result.SweepResult;
import io.clmaven.runtime.experiment.result.SweepResult.Point;
import io.clmaven.runtime.experiment.result.SweepResult.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The points of a sweep in parallel coordinates: an axis for each setting, the last for the score.
 */
final class SweepFigure {

  private static final int MOST_CATEGORIES = 12;
  private static final double LOG_FROM = 50;

  private final SweepResult sweep;
  private final List<Point> scored;

  SweepFigure(SweepResult sweep) {
    this.sweep = sweep;
    this.scored = sweep.points().stream().filter(point -> point.mean().isPresent()).toList();
  }

  Block.Figure build(String id, Block.Table table) {
    int missing = sweep.points().size() - scored.size();
    return new Block.Figure(
        id,
        "Settings and score",
        "Each line is a point, the better the stronger its colour; thin lines were dropped early.%s"
            .formatted(
                missing == 0 ? "" : " Points that diverged (%d) have none.".formatted(missing)),
        Block.Figure.Width.FULL,
        new Chart.Parallel(axes(), paths()),
        List.of(table));
  }

  private List<Chart.Axis> axes() {
    List<String> names = SettingNames.of(sweep.parameters());
    List<Chart.Axis> axes = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      axes.add(axis(names.get(i), sweep.parameters().get(i)));
    }
    axes.add(new Chart.Axis(sweep.metric() + " (%)", "value", List.of()));
    return axes;
  }

  private Chart.Axis axis(String name, String path) {
    if (!isNumeric(path)) {
      return new Chart.Axis(name, "category", categories(path));
    }
    DoubleSummaryStatistics numbers =
        scored.stream().mapToDouble(p -> p.values().get(path).asDouble()).summaryStatistics();
    boolean isLog = numbers.getMin() > 0 && numbers.getMax() / numbers.getMin() >= LOG_FROM;
    return new Chart.Axis(name, isLog ? "log" : "value", List.of());
  }

  /** Few values are places of their own, as those of a grid are; many numbers are on a scale. */
  private boolean isNumeric(String path) {
    List<JsonNode> values = values(path);
    return values.size() > MOST_CATEGORIES && values.stream().allMatch(JsonNode::isNumber);
  }

  private List<JsonNode> values(String path) {
    return scored.stream().map(point -> point.values().get(path)).distinct().toList();
  }

  private List<String> categories(String path) {
    Comparator<JsonNode> byNumber = Comparator.comparingDouble(v -> v.asDouble(Double.MAX_VALUE));
    return values(path).stream()
        .sorted(byNumber.thenComparing(SettingNames::text))
        .map(SettingNames::text)
        .toList();
  }

  private List<Chart.Path> paths() {
    return IntStream.range(0, scored.size()).mapToObj(i -> path(i + 1, scored.get(i))).toList();
  }

  private Chart.Path path(int rank, Point point) {
    List<Object> places = new ArrayList<>();
    for (String path : sweep.parameters()) {
      JsonNode value = point.values().get(path);
      places.add(isNumeric(path) ? (Object) value.asDouble() : SettingNames.text(value));
    }
    places.add(Numbers.chart(point.mean().orElseThrow()));
    return new Chart.Path("rank " + rank, point.state() == State.DROPPED, places);
  }
}
