package io.clmaven.runtime.optimizer;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.component.Setting;
import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.random.RandomStreams;

/**
 * Adagrad as PyTorch defines it: v &lt;- v + g^2; at step s = 1, 2, ..., w &lt;- w - rate / (1 + (s
 * - 1) rateDecay) g / (sqrt(v) + epsilon).
 */
public final class Adagrad extends AdaptiveOptimizer {

  /** Settings of {@code adagrad}. */
  public record Parameters(
      @Setting(value = "Step size.", range = "(0, inf)") double learningRate,
      @Setting(
              value = "By how much each step raises the divisor of the step size.",
              byDefault = "0",
              range = "[0, inf)")
          double rateDecay,
      @Setting(value = Effects.EPSILON, byDefault = "1e-10", range = "[0, inf)") double epsilon,
      @Setting(value = Effects.WEIGHT_DECAY, byDefault = "0", range = "[0, inf)")
          double weightDecay,
      @Setting(value = Effects.LIFETIME, byDefault = "stream") Lifetime lifetime)
      implements AdaptiveSettings {}

  private static final Declaration DECLARATION =
      new Declaration(
          "adagrad",
          "Adagrad: steps divided by the root of the sum of squared gradients.",
          "Duchi, Hazan and Singer, JMLR 2011; as in PyTorch",
          Parameters.class);

  private Parameters settings;

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public void begin(Record parameters, ParameterLayout layout, RandomStreams random) {
    settings = (Parameters) parameters;
    begin(settings, new float[layout.length()]);
  }

  @Override
  void step(float[] parameters, float[] gradient, float[][] moments) {
    float[] v = moments[0];
    float rate = (float) (learningRate() / (1 + (steps() - 1) * settings.rateDecay()));
    float epsilon = (float) settings.epsilon();
    for (int i = 0; i < parameters.length; i++) {
      float g = gradient[i];
      float sum = v[i] + g * g;
      v[i] = sum;
      parameters[i] -= rate * g / ((float) Math.sqrt(sum) + epsilon);
    }
  }
}
