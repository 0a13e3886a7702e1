package io.clmaven.plugin.report;

import io.clmaven.plugin.sweep.Searched;
import io.clmaven.plugin.sweep.SweepColumns;
import io.clmaven.runtime.experiment.result.SweepResult;
import io.clmaven.runtime.experiment.result.SweepResult.Point;
import io.clmaven.runtime.experiment.result.SweepResult.Rung;
import io.clmaven.runtime.experiment.result.SweepResult.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The section of one sweep. */
final class SweepSection {

  private final ReportedSweep reported;
  private final SweepResult sweep;

  SweepSection(ReportedSweep reported) {
    this.reported = reported;
    this.sweep = reported.result();
  }

  Page.Section build() {
    String id = "sweep-" + reported.name().replaceAll("[^\\p{L}\\p{N}._-]", "-");
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Paragraph(rungs()));
    blocks.add(new SweepFigure(sweep).build(id + "-points", table()));
    List<Point> diverged =
        sweep.points().stream().filter(point -> point.state() == State.DIVERGED).toList();
    if (!diverged.isEmpty()) {
      blocks.add(new Block.Fold("Points that diverged", List.of(reasons(diverged))));
    }
    return new Page.Section(
        id,
        "Sweep " + reported.name(),
        "%s, %d points, %s on validation examples"
            .formatted(sweep.experiment(), sweep.points().size(), sweep.metric()),
        Optional.empty(),
        blocks);
  }

  private String rungs() {
    String text =
        sweep.rungs().stream().map(SweepSection::text).collect(Collectors.joining(", then "));
    String scatter =
        sweep.points().stream().anyMatch(point -> point.deviation().isPresent())
            ? " ± is the standard deviation over the seeds."
            : "";
    return "%s Run: %s. The test set was never seen.%s"
        .formatted(Searched.text(sweep), text, scatter);
  }

  private static String text(Rung rung) {
    return "%d point%s with %d seed%s each"
        .formatted(
            rung.points(),
            rung.points() == 1 ? "" : "s",
            rung.seeds(),
            rung.seeds() == 1 ? "" : "s");
  }

  private Block.Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Point point : sweep.points()) {
      List<Cell> row = new ArrayList<>(List.of(Cell.number(String.valueOf(rows.size() + 1))));
      SweepColumns.values(sweep, point).forEach(value -> row.add(Cell.number(value)));
      row.add(Cell.number(seeds(point)));
      row.add(Cell.number(score(point)));
      row.add(Cell.text(SweepColumns.outcome(point)));
      rows.add(row);
    }
    return new Block.Table("Points, the best first", SweepColumns.names(sweep), rows);
  }

  private static String score(Point point) {
    double mean = point.mean().orElse(Double.NaN);
    return point
        .deviation()
        .map(deviation -> Numbers.percent(mean, deviation))
        .orElseGet(() -> Numbers.percent(mean));
  }

  private static String seeds(Point point) {
    return point.scores().isEmpty() ? Numbers.MISSING : String.valueOf(point.scores().size());
  }

  private static Block.Table reasons(List<Point> diverged) {
    List<List<Cell>> rows =
        diverged.stream()
            .map(point -> List.of(Cell.code(point.name()), Cell.text(point.reason().orElseThrow())))
            .toList();
    return new Block.Table("Points that diverged", List.of("point", "what the trial said"), rows);
  }
}
