package io.clmaven.runtime.metric;

import java.util.OptionalDouble;

/** Backward transfer: the mean of last row minus diagonal, without the last task. */
final class BackwardTransfer implements Metric {

  @Override
  public String id() {
    return "bwt";
  }

  @Override
  public String summary() {
    return "How much learning later tasks changed the accuracy on earlier ones.";
  }

  @Override
  public String formula() {
    return "(1/(T-1)) * sum over j < T-1 of (A(T-1, j) - A(j, j))";
  }

  @Override
  public String source() {
    return "Lopez-Paz and Ranzato, NeurIPS 2017 (BWT)";
  }

  @Override
  public Better better() {
    return Better.HIGHER;
  }

  @Override
  public OptionalDouble compute(AccuracyMatrix a) {
    return TaskMean.over(0, a.tasks() - 1, j -> a.last(j) - a.at(j, j));
  }
}
