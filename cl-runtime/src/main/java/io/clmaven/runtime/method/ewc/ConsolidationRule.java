package io.clmaven.runtime.method.ewc;

/** What is kept of the Fisher matrices of all tasks, and of the weights that they were taken at. */
sealed interface ConsolidationRule {

  /**
   * Takes in a task.
   *
   * @param tasks learnt so far, this one included (k)
   * @param fisher that of the task [P]
   * @param weights after the task [P]
   * @param quadratic changed
   */
  void takeIn(int tasks, float[] fisher, float[] weights, Quadratic quadratic);

  /** As in the code of TAG: F &lt;- (F + k F_k) / (k + 1), around the last weights. */
  record RunningAverage() implements ConsolidationRule {

    @Override
    public void takeIn(int tasks, float[] fisher, float[] weights, Quadratic quadratic) {
      float[] precision = quadratic.precision();
      for (int i = 0; i < precision.length; i++) {
        precision[i] = (precision[i] + tasks * fisher[i]) / (tasks + 1);
      }
      quadratic.moveTo(weights);
    }
  }

  /**
   * A penalty for each task around its own weights (Kirkpatrick et al., 2017). Their sum is, but
   * for a constant, one penalty with the sum of the matrices around the mean of the weights that
   * they weigh (Huszar, 2018); this is what is kept.
   */
  record SeparateAnchors() implements ConsolidationRule {

    @Override
    public void takeIn(int tasks, float[] fisher, float[] weights, Quadratic quadratic) {
      float[] precision = quadratic.precision();
      float[] means = quadratic.means();
      for (int i = 0; i < precision.length; i++) {
        precision[i] += fisher[i];
        float share = precision[i] > 0 ? fisher[i] / precision[i] : 1;
        means[i] += share * (weights[i] - means[i]);
      }
    }
  }

  /**
   * Online EWC: F &lt;- decay F + F_k, around the last weights (Schwarz et al., 2018).
   *
   * @param decay gamma
   */
  record Online(float decay) implements ConsolidationRule {

    @Override
    public void takeIn(int tasks, float[] fisher, float[] weights, Quadratic quadratic) {
      float[] precision = quadratic.precision();
      for (int i = 0; i < precision.length; i++) {
        precision[i] = decay * precision[i] + fisher[i];
      }
      quadratic.moveTo(weights);
    }
  }
}
