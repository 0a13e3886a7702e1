package io.clmaven.runtime.optimizer;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.component.Setting;
import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.random.RandomStreams;

/**
 * Adam as PyTorch defines it: m &lt;- beta1 m + (1 - beta1) g, v &lt;- beta2 v + (1 - beta2) g^2;
 * at step s = 1, 2, ..., w &lt;- w - rate / (1 - beta1^s) m / (sqrt(v) / sqrt(1 - beta2^s) +
 * epsilon).
 */
public final class Adam extends AdaptiveOptimizer {

  /** Settings of {@code adam}. */
  public record Parameters(
      @Setting(value = "Step size.", range = "(0, inf)") double learningRate,
      @Setting(value = Effects.FIRST, byDefault = "0.9", range = "[0, 1)") double beta1,
      @Setting(value = Effects.SECOND, byDefault = "0.999", range = "[0, 1)") double beta2,
      @Setting(value = Effects.EPSILON, byDefault = "1e-8", range = "[0, inf)") double epsilon,
      @Setting(value = Effects.WEIGHT_DECAY, byDefault = "0", range = "[0, inf)")
          double weightDecay,
      @Setting(value = Effects.LIFETIME, byDefault = "stream") Lifetime lifetime)
      implements AdaptiveSettings {}

  private static final Declaration DECLARATION =
      new Declaration(
          "adam",
          "Adam: steps along the mean gradient, divided by the root of the mean squared gradient.",
          "Kingma and Ba, ICLR 2015; as in PyTorch",
          Parameters.class);

  private Parameters settings;
  private AdamRule rule;

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public void begin(Record parameters, ParameterLayout layout, RandomStreams random) {
    settings = (Parameters) parameters;
    rule = new AdamRule(settings.beta1(), settings.beta2(), settings.epsilon());
    begin(settings, new float[layout.length()], new float[layout.length()]);
  }

  @Override
  void step(float[] parameters, float[] gradient, float[][] moments) {
    rule.step(parameters, gradient, moments, new AdamRule.Step(learningRate(), steps()));
  }
}
