package io.clmaven.plugin.sweep;

import io.clmaven.plugin.train.TextTable;
import io.clmaven.runtime.experiment.result.SweepResult;
import io.clmaven.runtime.experiment.result.SweepResult.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The results of a sweep as lines of text, the best point first. */
public final class SweepTable {

  private SweepTable() {}

  /** Returns the table and what it means. */
  public static List<String> lines(SweepResult sweep) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(SweepColumns.names(sweep));
    for (int i = 0; i < sweep.points().size(); i++) {
      rows.add(row(i + 1, sweep, sweep.points().get(i)));
    }
    List<String> lines = new ArrayList<>(TextTable.align(rows));
    lines.add("%s is measured on validation examples".formatted(sweep.metric()));
    if (sweep.points().stream().anyMatch(point -> point.deviation().isPresent())) {
      lines.add("+- is the standard deviation over the seeds");
    }
    return lines;
  }

  private static List<String> row(int rank, SweepResult sweep, Point point) {
    List<String> row = new ArrayList<>(List.of(Integer.toString(rank)));
    row.addAll(SweepColumns.values(sweep, point));
    row.add(point.scores().isEmpty() ? "-" : Integer.toString(point.scores().size()));
    row.add(score(point));
    row.add(SweepColumns.outcome(point));
    return row;
  }

  /** Returns the mean of a point, and the deviation where there are several seeds. */
  static String score(Point point) {
    String mean = point.mean().map(value -> fraction("%.4f", value)).orElse("-");
    return mean + point.deviation().map(value -> fraction(" +- %.4f", value)).orElse("");
  }

  private static String fraction(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
