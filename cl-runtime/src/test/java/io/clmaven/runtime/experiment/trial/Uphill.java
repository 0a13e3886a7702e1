package io.clmaven.runtime.experiment.trial;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.method.ContinualMethod;
import io.clmaven.runtime.method.StepContext;

/** Goes up the loss: no epoch of a task but the first improves. */
final class Uphill implements ContinualMethod {

  @Override
  public Declaration declaration() {
    return new Declaration("uphill", "Goes up.", "made for tests", Declaration.None.class);
  }

  @Override
  public void adjustGradient(StepContext step) {
    float[] gradient = step.gradient();
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = -gradient[i];
    }
  }
}
