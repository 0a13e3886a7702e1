package it;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.method.ContinualMethod;
import io.clmaven.runtime.method.StepContext;

public final class Thrower implements ContinualMethod {

  @Override
  public Declaration declaration() {
    return new Declaration(
        "thrower", "Fails in its seventh step.", "none", Declaration.None.class);
  }

  @Override
  public void afterStep(StepContext step) {
    if (step.step() == 7) {
      throw new IllegalStateException("the seventh step");
    }
  }
}
