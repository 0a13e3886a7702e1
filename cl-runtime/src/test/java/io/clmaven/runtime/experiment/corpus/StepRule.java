package io.clmaven.runtime.experiment.corpus;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.component.Setting;
import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.optimizer.Optimizer;
import io.clmaven.runtime.random.RandomStreams;

/** Optimizer {@code sgd} of the corpus. */
public final class StepRule implements Optimizer {

  /** Parameters. */
  public record Settings(
      @Setting(value = "Step size.", byDefault = "0.01", range = "(0, inf)") double learningRate,
      @Setting(value = "Weight of older gradients.", byDefault = "0", range = "[0, 1)")
          double momentum) {}

  private double rate;

  @Override
  public Declaration declaration() {
    return new Declaration("sgd", "Steps along the gradient.", "Corpus", Settings.class);
  }

  @Override
  public void begin(Record parameters, ParameterLayout layout, RandomStreams random) {
    rate = ((Settings) parameters).learningRate();
  }

  @Override
  public void beginTask() {}

  @Override
  public void update(float[] parameters, float[] gradient) {
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] -= (float) rate * gradient[i];
    }
  }

  @Override
  public double learningRate() {
    return rate;
  }

  @Override
  public void learningRate(double rate) {
    this.rate = rate;
  }
}
