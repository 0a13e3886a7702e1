package io.clmaven.runtime.experiment.analysis;

import io.clmaven.runtime.experiment.result.LossLandscapeResult.Grid;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Losses being measured.
 *
 * @param after the task that was learnt last
 * @param on the task that the loss is measured on
 * @param losses [rows, columns]
 */
record LossGrid(int after, int on, float[][] losses) {

  /** Returns the losses as they are published. */
  Grid toResult() {
    return new Grid(after, on, Arrays.stream(losses).map(LossGrid::finite).toList());
  }

  private static List<Float> finite(float[] row) {
    List<Float> values = new ArrayList<>();
    for (float value : row) {
      values.add(Float.isFinite(value) ? value : null); // JSON has no word for others
    }
    return values;
  }

  /** Writes the grids of a list. */
  static void save(List<LossGrid> grids, StateWriter out) {
    out.putLong("grids", grids.size());
    for (LossGrid grid : grids) {
      out.putLongs("grid", new long[] {grid.after, grid.on, grid.losses.length});
      for (float[] row : grid.losses) {
        out.putFloats("grid.row", row);
      }
    }
  }

  /** Reads the grids of a list. */
  static List<LossGrid> load(StateReader in) {
    List<LossGrid> grids = new ArrayList<>();
    long count = in.getLong("grids");
    for (long i = 0; i < count; i++) {
      long[] grid = in.getLongs("grid");
      float[][] losses = new float[Math.toIntExact(grid[2])][];
      for (int row = 0; row < losses.length; row++) {
        losses[row] = in.getFloats("grid.row");
      }
      grids.add(new LossGrid((int) grid[0], (int) grid[1], losses));
    }
    return grids;
  }
}
