package io.clmaven.runtime.metric;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;

/**
 * Test accuracies as fractions: row i holds, after learning task i, the accuracy on the tasks 0 to
 * T-1; entries right of the diagonal may be missing (NaN) where future tasks are not evaluated.
 */
public final class AccuracyMatrix {

  private final List<List<Double>> rows;
  private final List<Double> untrained;

  /** Makes a matrix of rows; a row may be as short as its diagonal entry. */
  public AccuracyMatrix(List<List<Double>> rows) {
    this(rows, List.of());
  }

  /**
   * Makes a matrix of rows with the accuracies of the network before its first step.
   *
   * @param rows see {@link #rows()}
   * @param untrained see {@link #untrained()}; null is empty
   */
  @JsonCreator
  public AccuracyMatrix(
      @JsonProperty(value = "rows", required = true) List<List<Double>> rows,
      @JsonProperty("untrained") List<Double> untrained) {
    List<List<Double>> copy = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).size() <= i) {
        throw new IllegalArgumentException("row %d ends before its diagonal".formatted(i));
      }
      copy.add(List.copyOf(rows.get(i)));
    }
    this.rows = List.copyOf(copy);
    this.untrained = untrained == null ? List.of() : List.copyOf(untrained);
  }

  /** Returns the number of tasks that were learnt. */
  public int tasks() {
    return rows.size();
  }

  /** Returns the accuracy on task j after learning task i; NaN if it was not measured. */
  public double at(int i, int j) {
    return get(rows.get(i), j);
  }

  /** Returns the accuracy on task j of the untrained network; NaN if it was not measured. */
  public double untrainedAt(int j) {
    return get(untrained, j);
  }

  /** Returns the accuracy on task j after the last task. */
  public double last(int j) {
    return at(tasks() - 1, j);
  }

  /** Returns the rows as they were given. */
  @JsonProperty
  public List<List<Double>> rows() {
    return rows;
  }

  /** Returns the accuracies on the tasks before the first step; empty if they were not measured. */
  @JsonProperty
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public List<Double> untrained() {
    return untrained;
  }

  /** Returns this matrix with one more row. */
  public AccuracyMatrix plus(List<Double> row) {
    List<List<Double>> all = new ArrayList<>(rows);
    all.add(row);
    return new AccuracyMatrix(all, untrained);
  }

  private static double get(List<Double> row, int j) {
    return j < row.size() ? row.get(j) : Double.NaN;
  }
}
