package io.clmaven.runtime.optimizer;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.component.Setting;
import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.random.RandomStreams;

/**
 * RMSProp as PyTorch defines it: v &lt;- decay v + (1 - decay) g^2; w &lt;- w - rate g / (sqrt(v) +
 * epsilon). There is no correction of the first steps.
 */
public final class RmsProp extends AdaptiveOptimizer {

  /** Settings of {@code rmsprop}. */
  public record Parameters(
      @Setting(value = "Step size.", range = "(0, inf)") double learningRate,
      @Setting(value = Effects.SECOND, byDefault = "0.99", range = "[0, 1)") double decay,
      @Setting(value = Effects.EPSILON, byDefault = "1e-8", range = "[0, inf)") double epsilon,
      @Setting(value = Effects.WEIGHT_DECAY, byDefault = "0", range = "[0, inf)")
          double weightDecay,
      @Setting(value = Effects.LIFETIME, byDefault = "stream") Lifetime lifetime)
      implements AdaptiveSettings {}

  private static final Declaration DECLARATION =
      new Declaration(
          "rmsprop",
          "RMSProp: steps divided by the root of the mean squared gradient.",
          "Tieleman and Hinton, Coursera 2012; as in PyTorch",
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
    float decay = (float) settings.decay();
    float rest = (float) (1 - settings.decay());
    float rate = (float) learningRate();
    float epsilon = (float) settings.epsilon();
    for (int i = 0; i < parameters.length; i++) {
      float g = gradient[i];
      float mean = decay * v[i] + rest * g * g;
      v[i] = mean;
      parameters[i] -= rate * g / ((float) Math.sqrt(mean) + epsilon);
    }
  }
}
