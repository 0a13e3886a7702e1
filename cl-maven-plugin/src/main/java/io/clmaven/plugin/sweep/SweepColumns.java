package io.clmaven.plugin.sweep;

import io.clmaven.runtime.experiment.result.SweepResult;
import io.clmaven.runtime.experiment.result.SweepResult.Point;
import io.clmaven.runtime.experiment.result.SweepResult.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The columns of a table of points, in the log and in the report. */
public final class SweepColumns {

  private SweepColumns() {}

  /** Returns the names: rank, a column for each setting, seeds, score and outcome. */
  public static List<String> names(SweepResult sweep) {
    List<String> names = new ArrayList<>(List.of("rank"));
    names.addAll(SettingNames.of(sweep.parameters()));
    names.addAll(List.of("seeds", sweep.metric(), "outcome"));
    return names;
  }

  /** Returns the values of the settings of a point. */
  public static List<String> values(SweepResult sweep, Point point) {
    return sweep.parameters().stream()
        .map(path -> SettingNames.text(point.values().get(path)))
        .toList();
  }

  /** Returns how a point ended, and in which rung if not in the last. */
  public static String outcome(Point point) {
    String rung = point.state() == State.COMPLETE ? "" : " in rung %d".formatted(point.rung());
    return point.state().name().toLowerCase(Locale.ROOT) + rung;
  }
}
