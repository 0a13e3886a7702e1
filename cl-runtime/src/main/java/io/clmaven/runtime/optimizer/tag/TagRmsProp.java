package io.clmaven.runtime.optimizer.tag;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.component.Setting;
import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.random.RandomStreams;

/** {@link Tag} over RMSProp: V is a running mean of squared gradients, N = g and c = 1. */
public final class TagRmsProp extends Tag {

  /** Settings of {@code tag-rmsprop}. */
  public record Parameters(
      @Setting(value = "Step size.", range = "(0, inf)") double learningRate,
      @Setting(value = Effects.SHARPNESS, byDefault = "5", range = "[0, inf)") double b,
      @Setting(value = Effects.FIRST, byDefault = "0.9", range = "[0, 1)") double beta1,
      @Setting(value = Effects.SECOND, byDefault = "0.99", range = "[0, 1)") double beta2,
      @Setting(value = Effects.EPSILON, byDefault = "1e-8", range = "[0, inf)") double epsilon,
      @Setting(value = Effects.ZERO_MOMENT, byDefault = "nan") ZeroMoment zeroMoment)
      implements TagSettings {}

  private static final Declaration DECLARATION =
      new Declaration(
          "tag-rmsprop",
          "TAG over RMSProp: steps are short where a task contradicts an earlier one.",
          PAPER,
          Parameters.class);

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public void begin(Record parameters, ParameterLayout layout, RandomStreams random) {
    Parameters settings = (Parameters) parameters;
    begin(settings, new BaseRule.RmsProp(settings.beta2()), layout);
  }
}
