package io.clmaven.runtime.metric;

import java.util.OptionalDouble;

/** Mean of the last row. */
final class Accuracy implements Metric {

  @Override
  public String id() {
    return "accuracy";
  }

  @Override
  public String summary() {
    return "Mean accuracy over all tasks after the last task.";
  }

  @Override
  public String formula() {
    return "(1/T) * sum over j of A(T-1, j)";
  }

  @Override
  public String source() {
    return "Lopez-Paz and Ranzato, NeurIPS 2017 (ACC)";
  }

  @Override
  public Better better() {
    return Better.HIGHER;
  }

  @Override
  public OptionalDouble compute(AccuracyMatrix a) {
    return TaskMean.over(0, a.tasks(), a::last);
  }
}
