package io.clmaven.runtime.metric;

import java.util.OptionalDouble;

/**
 * Forward transfer compared with the accuracy after the first task. Undefined unless all tasks were
 * tested after the first one, as {@code training: {evaluate: all}} does.
 */
final class FirstForwardTransfer implements Metric {

  @Override
  public String id() {
    return "fwt.first";
  }

  @Override
  public String summary() {
    return "How much the tasks after the first one helped with a task not yet learnt; needs"
        + " 'training: {evaluate: all}'.";
  }

  @Override
  public String formula() {
    return "(1/T) * sum over j >= 1 of (A(j-1, j) - A(0, j))";
  }

  @Override
  public String source() {
    return "code of FS-DGPM (FWT of its summary)";
  }

  @Override
  public Better better() {
    return Better.HIGHER;
  }

  @Override
  public OptionalDouble compute(AccuracyMatrix a) {
    return TaskMean.ofAll(a, TaskMean.over(1, a.tasks(), j -> a.at(j - 1, j) - a.at(0, j)));
  }
}
