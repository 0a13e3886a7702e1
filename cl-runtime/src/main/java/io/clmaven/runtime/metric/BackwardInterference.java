package io.clmaven.runtime.metric;

import java.util.OptionalDouble;

/**
 * Backward transfer and interference: retained accuracy minus learning accuracy. Its sum is that of
 * {@link BackwardTransfer}; its divisor also counts the last task, which adds nothing.
 */
final class BackwardInterference implements Metric {

  @Override
  public String id() {
    return "bti";
  }

  @Override
  public String summary() {
    return "Accuracy at the end minus learning accuracy, over all tasks.";
  }

  @Override
  public String formula() {
    return "(1/T) * sum over j of (A(T-1, j) - A(j, j))";
  }

  @Override
  public String source() {
    return "Riemer et al., ICLR 2019 (BTI); code of FS-DGPM, which prints it as BWT";
  }

  @Override
  public Better better() {
    return Better.HIGHER;
  }

  @Override
  public OptionalDouble compute(AccuracyMatrix a) {
    return TaskMean.ofAll(a, TaskMean.over(0, a.tasks() - 1, j -> a.last(j) - a.at(j, j)));
  }
}
