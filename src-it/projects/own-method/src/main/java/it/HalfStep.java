package it;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.component.Setting;
import io.clmaven.runtime.method.ContinualMethod;
import io.clmaven.runtime.method.MethodContext;
import io.clmaven.runtime.method.StepContext;

/** Makes every step after the first task shorter. */
public final class HalfStep implements ContinualMethod {

  public record Parameters(
      @Setting(value = "What the gradient is multiplied by.", byDefault = "0.5", range = "(0, 1]")
          double factor) {}

  private float factor;

  @Override
  public Declaration declaration() {
    return new Declaration(
        "half-step", "Shorter steps after the first task.", "none", Parameters.class);
  }

  @Override
  public void begin(MethodContext context) {
    factor = (float) context.parameters(Parameters.class).factor();
  }

  @Override
  public void adjustGradient(StepContext step) {
    float[] gradient = step.gradient();
    for (int i = 0; step.task().index() > 0 && i < gradient.length; i++) {
      gradient[i] *= factor;
    }
  }
}
