package io.clmaven.runtime.metric;

import java.util.OptionalDouble;

/** Forgetting against the first value: the mean of diagonal minus last row. */
final class FirstForgetting implements Metric {

  @Override
  public String id() {
    return "forgetting.first";
  }

  @Override
  public String summary() {
    return "How much accuracy was lost since a task was learnt.";
  }

  @Override
  public String formula() {
    return "(1/(T-1)) * sum over j < T-1 of (A(j, j) - A(T-1, j))";
  }

  @Override
  public String source() {
    return "Avalanche (Lomonaco et al., CVPR 2021 workshops)";
  }

  @Override
  public Better better() {
    return Better.LOWER;
  }

  @Override
  public OptionalDouble compute(AccuracyMatrix a) {
    return TaskMean.over(0, a.tasks() - 1, j -> a.at(j, j) - a.last(j));
  }
}
