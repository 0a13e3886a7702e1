package io.clmaven.runtime.metric;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;

/**
 * Test accuracies as fractions: row i holds, after learning task i, the accuracy on the tasks 0 to
 * T-1; entries right of the diagonal may be missing (NaN) where future tasks are not evaluated.
 */
public final class AccuracyMatrix {

  private final List<List<Double>> rows;

  /** Makes a matrix of rows; a row may be as short as its diagonal entry. */
  @JsonCreator
  public AccuracyMatrix(List<List<Double>> rows) {
    List<List<Double>> copy = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).size() <= i) {
        throw new IllegalArgumentException("row %d ends before its diagonal".formatted(i));
      }
      copy.add(List.copyOf(rows.get(i)));
    }
    this.rows = List.copyOf(copy);
  }

  /** Returns the number of tasks that were learnt. */
  public int tasks() {
    return rows.size();
  }

  /** Returns the accuracy on task j after learning task i; NaN if it was not measured. */
  public double at(int i, int j) {
    return j < rows.get(i).size() ? rows.get(i).get(j) : Double.NaN;
  }

  /** Returns the rows as they were given. */
  @JsonValue
  public List<List<Double>> rows() {
    return rows;
  }

  /** Returns this matrix with one more row. */
  public AccuracyMatrix plus(List<Double> row) {
    List<List<Double>> all = new ArrayList<>(rows);
    all.add(row);
    return new AccuracyMatrix(all);
  }
}
