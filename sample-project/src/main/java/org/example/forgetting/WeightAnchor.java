package org.example.forgetting;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.component.Setting;
import io.clmaven.runtime.method.ContinualMethod;
import io.clmaven.runtime.method.MethodContext;
import io.clmaven.runtime.method.StepContext;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;

/**
 * Holds the parameters near those that the task before ended with: adds lambda / 2 * |theta -
 * theta*|^2 to the loss of every task but the first. This is the L2 baseline of Kirkpatrick et al.,
 * "Overcoming catastrophic forgetting in neural networks", PNAS 2017 (figure 2A).
 */
public final class WeightAnchor implements ContinualMethod {

  /** Parameters in the experiment file: {@code method: {name: weight-anchor, strength: 0.5}}. */
  public record Parameters(
      @Setting(
              value = "Weight lambda of the penalty; 0 is no penalty.",
              byDefault = "0.1",
              range = "[0, inf)")
          double strength) {}

  private float strength;
  private float[] anchor = {}; // theta* [P]; empty before the first step
  private long anchoredTask = -1;

  @Override
  public Declaration declaration() {
    return new Declaration(
        "weight-anchor",
        "Penalises the distance to the parameters of the task before.",
        "L2 baseline of Kirkpatrick et al., PNAS 2017",
        Parameters.class);
  }

  @Override
  public void begin(MethodContext context) {
    strength = (float) context.parameters(Parameters.class).strength();
  }

  /** Adds lambda * (theta - theta*), the gradient of the penalty. */
  @Override
  public void adjustGradient(StepContext step) {
    float[] parameters = step.parameters();
    if (step.task().index() != anchoredTask) {
      anchoredTask = step.task().index();
      anchor = parameters.clone();
    }
    if (anchoredTask == 0) {
      return;
    }
    float[] gradient = step.gradient();
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] += strength * (parameters[i] - anchor[i]);
    }
  }

  @Override
  public void save(StateWriter out) {
    out.putLong("task", anchoredTask);
    out.putFloats("anchor", anchor);
  }

  @Override
  public void load(StateReader in) {
    anchoredTask = in.getLong("task");
    anchor = in.getFloats("anchor");
  }
}
