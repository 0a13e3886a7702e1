package io.clmaven.runtime.method;

import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.component.Setting;

/**
 * Stable SGD: Mirzadeh et al., NeurIPS 2020. Each task begins with a smaller learning rate than the
 * one before, so that the minima of earlier tasks are left more slowly: task k, from 1, has the
 * rate max(rate decay^k, minimum). Dropout, which widens the minima, is a setting of the model.
 *
 * <p>As in the code of TAG the first task has a decayed rate already, and there is no momentum
 * unless the optimizer has it; the code of the paper trains with momentum. With several passes over
 * the stream a task has the same rate in each of them.
 */
public final class StableSgd implements ContinualMethod {

  /** Parameters of {@link StableSgd}. */
  public record Parameters(
      @Setting(
              value = "Factor of the learning rate from task to task (gamma).",
              byDefault = "0.9",
              range = "(0, 1]")
          double decay,
      @Setting(
              value = "Learning rate below which it does not decay.",
              byDefault = "0.00005",
              range = "[0, inf)")
          double minimum) {}

  private Parameters parameters;

  @Override
  public Declaration declaration() {
    return new Declaration(
        "stable-sgd",
        "Stable SGD: a learning rate that falls from task to task.",
        "Mirzadeh et al., Understanding the Role of Training Regimes in Continual Learning, NeurIPS"
            + " 2020; as in the code of Malviya et al., TAG, 2021",
        Parameters.class);
  }

  @Override
  public void begin(MethodContext context) {
    parameters = context.parameters(Parameters.class);
  }

  @Override
  public double learningRate(Task task, double proposed) {
    double decayed = proposed * Math.pow(parameters.decay(), task.index() + 1);
    return Math.max(decayed, parameters.minimum());
  }
}
