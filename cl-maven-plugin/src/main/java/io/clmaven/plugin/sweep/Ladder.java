package io.clmaven.plugin.sweep;

import io.clmaven.runtime.experiment.plan.PlannedPoint;
import io.clmaven.runtime.experiment.plan.PlannedSweep;
import io.clmaven.runtime.experiment.result.SweepResult;
import io.clmaven.runtime.experiment.result.SweepResult.Point;
import io.clmaven.runtime.experiment.result.SweepResult.Rung;
import io.clmaven.runtime.experiment.result.SweepResult.State;
import io.clmaven.runtime.metric.Metric.Better;
import io.clmaven.runtime.metric.Metrics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The rungs of a sweep: which points are run with how many seeds, and which go on. */
final class Ladder {

  private final PlannedSweep sweep;
  private final List<Integer> seedsOfRungs;
  private final Better better;
  private final List<Rung> climbed = new ArrayList<>();
  private final List<Point> ended = new ArrayList<>();
  private List<PlannedPoint> left;

  Ladder(PlannedSweep sweep) {
    this.sweep = sweep;
    this.seedsOfRungs = sweep.rungs();
    this.better = Metrics.find(sweep.metric()).orElseThrow().better();
    this.left = sweep.points();
  }

  /** Tells whether there is no rung left, or no point. */
  boolean isDone() {
    return climbed.size() == seedsOfRungs.size() || left.isEmpty();
  }

  /** Returns the points of the next rung, in the order of the sweep. */
  List<PlannedPoint> points() {
    return left;
  }

  /** Returns all seeds of the points of the next rung. */
  List<Long> seeds() {
    return sweep.seeds().subList(0, seedsOfRungs.get(climbed.size()));
  }

  /** Returns the seeds that the next rung adds. */
  List<Long> newSeeds() {
    int before = climbed.isEmpty() ? 0 : seedsOfRungs.get(climbed.size() - 1);
    return seeds().subList(before, seeds().size());
  }

  /** Returns the next rung in words. */
  String text() {
    return "Sweep %s, rung %d of %d: %s with %s each."
        .formatted(
            sweep.name(),
            climbed.size() + 1,
            seedsOfRungs.size(),
            count(left.size(), "point"),
            count(seeds().size(), "seed"));
  }

  private static String count(int number, String thing) {
    return "%d %s%s".formatted(number, thing, number == 1 ? "" : "s");
  }

  /** Ends a rung: the best points go on, all of the others have ended. */
  void climb(List<Score> scores) {
    List<Score> ranked = scores.stream().sorted(Score.bestFirst(better)).toList();
    climbed.add(new Rung(scores.size(), seeds().size()));
    boolean isLast = climbed.size() == seedsOfRungs.size();
    List<Score> best =
        isLast
            ? List.of()
            : ranked.stream()
                .limit(sweep.halving().orElseThrow().survivors(scores.size()))
                .filter(score -> !score.diverged())
                .toList();
    State state = isLast ? State.COMPLETE : State.DROPPED;
    ended.addAll(
        0,
        ranked.stream()
            .filter(score -> !best.contains(score))
            .map(score -> score.result(climbed.size(), state))
            .toList());
    left = left.stream().filter(p -> best.stream().anyMatch(s -> s.point().equals(p))).toList();
  }

  /**
   * Returns the results when all rungs are done. A point that diverged in a late rung is behind
   * those dropped before: where nobody else is left, the best of them wins.
   */
  SweepResult result() {
    List<Point> ranked =
        ended.stream().sorted(Comparator.comparing(Ladder::diverged)).toList(); // stable
    Optional<String> winner =
        ranked.stream().filter(point -> !diverged(point)).map(Point::name).findFirst();
    return new SweepResult(
        SweepResult.SCHEMA,
        sweep.name(),
        sweep.files(),
        sweep.experiment(),
        sweep.overrides(),
        sweep.metric(),
        SweepResult.VALIDATION,
        sweep.parameters(),
        sweep.seeds(),
        climbed,
        ranked,
        winner);
  }

  private static boolean diverged(Point point) {
    return point.state() == State.DIVERGED;
  }
}
