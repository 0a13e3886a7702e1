package io.clmaven.runtime.diagnostic;

import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import io.clmaven.runtime.state.Stateful;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Values of several things, usually of layers, after each task: what a heat map shows. */
public final class TaskHistory implements Stateful {

  private final List<String> rows;
  private final List<String> tasks = new ArrayList<>();
  private final List<double[]> values = new ArrayList<>(); // one [rows] per task

  /** Begins without a task. */
  public TaskHistory(List<String> rows) {
    this.rows = List.copyOf(rows);
  }

  /**
   * Enters the values after a task.
   *
   * @param task its name
   * @param column one value per row, NaN where there is none
   */
  public void add(String task, double... column) {
    if (column.length != rows.size()) {
      throw new IllegalArgumentException(
          "%d values for %d rows".formatted(column.length, rows.size()));
    }
    tasks.add(task);
    values.add(column.clone());
  }

  /** Returns everything so far as a heat map with a column per task and these words. */
  public HeatMap map(String id, String title, String description, String unit) {
    List<List<Double>> table = IntStream.range(0, rows.size()).mapToObj(this::row).toList();
    return new HeatMap(id, title, description, unit, rows, tasks, table);
  }

  private List<Double> row(int index) {
    return values.stream().map(column -> column[index]).toList();
  }

  @Override
  public void save(StateWriter out) {
    out.putLong("history.tasks", tasks.size());
    for (int i = 0; i < tasks.size(); i++) {
      out.putString("history.task", tasks.get(i));
      out.putDoubles("history.values", values.get(i));
    }
  }

  @Override
  public void load(StateReader in) {
    tasks.clear();
    values.clear();
    long count = in.getLong("history.tasks");
    for (long i = 0; i < count; i++) {
      add(in.getString("history.task"), in.getDoubles("history.values"));
    }
  }
}
