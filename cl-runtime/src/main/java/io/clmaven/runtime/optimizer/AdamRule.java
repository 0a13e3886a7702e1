package io.clmaven.runtime.optimizer;

/** The step of Adam, whose moments m and v are corrected for having begun with zeros. */
record AdamRule(double beta1, double beta2, double epsilon) {

  /**
   * A step to take.
   *
   * @param rate step size
   * @param number of this step, from 1
   */
  record Step(double rate, long number) {}

  /**
   * Steps once.
   *
   * @param w parameters [P], changed
   * @param gradient [P]
   * @param moments m and v, each [P], changed
   */
  void step(float[] w, float[] gradient, float[][] moments, Step step) {
    float[] m = moments[0];
    float[] v = moments[1];
    float b1 = (float) beta1;
    float r1 = (float) (1 - beta1);
    float b2 = (float) beta2;
    float r2 = (float) (1 - beta2);
    float size = (float) (step.rate() / (1 - Math.pow(beta1, step.number())));
    float root = (float) Math.sqrt(1 - Math.pow(beta2, step.number()));
    float added = (float) epsilon;
    for (int i = 0; i < w.length; i++) {
      float g = gradient[i];
      float first = b1 * m[i] + r1 * g;
      float second = b2 * v[i] + r2 * g * g;
      m[i] = first;
      v[i] = second;
      w[i] -= size * first / ((float) Math.sqrt(second) / root + added);
    }
  }
}
