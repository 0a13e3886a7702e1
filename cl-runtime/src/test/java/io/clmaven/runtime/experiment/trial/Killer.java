package io.clmaven.runtime.experiment.trial;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.method.ContinualMethod;
import io.clmaven.runtime.method.StepContext;

/** A method that a trial dies of at the beginning of a step. */
record Killer(int step) implements ContinualMethod {

  /** What such a trial dies of. */
  static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public Declaration declaration() {
    return new Declaration("killer", "Dies.", "made for tests", Declaration.None.class);
  }

  @Override
  public void adjustGradient(StepContext context) {
    if (context.step() == step) {
      throw new Killed();
    }
  }
}
