package io.clmaven.runtime.metric;

import java.util.OptionalDouble;

/** Mean of the diagonal. */
final class LearningAccuracy implements Metric {

  @Override
  public String id() {
    return "learning-accuracy";
  }

  @Override
  public String summary() {
    return "Mean accuracy on each task right after learning it.";
  }

  @Override
  public String formula() {
    return "(1/T) * sum over j of A(j, j)";
  }

  @Override
  public String source() {
    return "Riemer et al., ICLR 2019 (LA)";
  }

  @Override
  public Better better() {
    return Better.HIGHER;
  }

  @Override
  public OptionalDouble compute(AccuracyMatrix a) {
    return TaskMean.over(0, a.tasks(), j -> a.at(j, j));
  }
}
