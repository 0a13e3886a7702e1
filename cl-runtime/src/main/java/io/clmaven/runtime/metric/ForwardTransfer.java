package io.clmaven.runtime.metric;

import java.util.OptionalDouble;

/**
 * Forward transfer: the mean, without the first task, of the accuracy just before a task is learnt
 * minus {@link AccuracyMatrix#untrained() that of the untrained network}. Undefined if either was
 * not measured.
 */
final class ForwardTransfer implements Metric {

  @Override
  public String id() {
    return "fwt";
  }

  @Override
  public String summary() {
    return "How much learning earlier tasks helped with a task not yet learnt.";
  }

  @Override
  public String formula() {
    return "(1/(T-1)) * sum over j >= 1 of (A(j-1, j) - b(j)), b: accuracies of the untrained"
        + " network; not with 'training: {evaluate: learnt}'";
  }

  @Override
  public String source() {
    return "Lopez-Paz and Ranzato, NeurIPS 2017 (FWT)";
  }

  @Override
  public Better better() {
    return Better.HIGHER;
  }

  @Override
  public OptionalDouble compute(AccuracyMatrix a) {
    return TaskMean.over(1, a.tasks(), j -> a.at(j - 1, j) - a.untrainedAt(j));
  }
}
