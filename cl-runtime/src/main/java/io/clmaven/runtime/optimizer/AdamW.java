package io.clmaven.runtime.optimizer;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.component.Setting;
import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.random.RandomStreams;

/**
 * Adam with decoupled weight decay as PyTorch defines it: w &lt;- (1 - rate weightDecay) w, and
 * then a step of {@link Adam}, whose moments see nothing of it.
 */
public final class AdamW extends AdaptiveOptimizer {

  /** Settings of {@code adamw}. */
  public record Parameters(
      @Setting(value = "Step size.", range = "(0, inf)") double learningRate,
      @Setting(value = Effects.FIRST, byDefault = "0.9", range = "[0, 1)") double beta1,
      @Setting(value = Effects.SECOND, byDefault = "0.999", range = "[0, 1)") double beta2,
      @Setting(value = Effects.EPSILON, byDefault = "1e-8", range = "[0, inf)") double epsilon,
      @Setting(
              value = "Share of the parameters, times the step size, that each step takes away.",
              byDefault = "0.01",
              range = "[0, inf)")
          double weightDecay,
      @Setting(value = Effects.LIFETIME, byDefault = "stream") Lifetime lifetime)
      implements AdaptiveSettings {}

  private static final Declaration DECLARATION =
      new Declaration(
          "adamw",
          "Adam whose weight decay does not go through the moments.",
          "Loshchilov and Hutter, ICLR 2019; as in PyTorch",
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
  void decay(float[] w, FlatVector gradient) {
    float kept = (float) (1 - learningRate() * settings.weightDecay());
    for (int i = 0; i < w.length; i++) {
      w[i] *= kept;
    }
  }

  @Override
  void step(float[] parameters, float[] gradient, float[][] moments) {
    rule.step(parameters, gradient, moments, new AdamRule.Step(learningRate(), steps()));
  }
}
