package io.clmaven.runtime.metric;

import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Forgetting against the best value: the mean, without the last task, of the largest accuracy a
 * task had from learning it to the end, minus its last accuracy. Never negative.
 */
final class MaximumForgetting implements Metric {

  @Override
  public String id() {
    return "forgetting.max";
  }

  @Override
  public String summary() {
    return "How much accuracy was lost since a task was known best.";
  }

  @Override
  public String formula() {
    return "(1/(T-1)) * sum over j < T-1 of (max over i >= j of A(i, j) - A(T-1, j))";
  }

  @Override
  public String source() {
    return "Chaudhry et al., ECCV 2018; with the last row in the maximum as in the official code of"
        + " Mirzadeh et al., NeurIPS 2020";
  }

  @Override
  public Better better() {
    return Better.LOWER;
  }

  @Override
  public OptionalDouble compute(AccuracyMatrix a) {
    return TaskMean.over(0, a.tasks() - 1, j -> best(a, j) - a.last(j));
  }

  private static double best(AccuracyMatrix a, int j) {
    return IntStream.range(j, a.tasks()).mapToDouble(i -> a.at(i, j)).max().orElse(Double.NaN);
  }
}
