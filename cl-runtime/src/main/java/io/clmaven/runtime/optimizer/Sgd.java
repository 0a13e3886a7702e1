package io.clmaven.runtime.optimizer;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.component.Setting;
import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.random.RandomStreams;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;

/**
 * Stochastic gradient descent as PyTorch defines it: with weight decay d, g &lt;- g + d w; with
 * momentum m, v &lt;- m v + g (v &lt;- g at the first step of a task) and then g &lt;- v, or g
 * &lt;- g + m v where Nesterov's; w &lt;- w - rate g.
 */
public final class Sgd implements Optimizer {

  /** Settings of {@code sgd}. */
  public record Parameters(
      @Setting(value = "Step size.", range = "(0, inf)") double learningRate,
      @Setting(value = "Share of the last update that goes on.", byDefault = "0", range = "[0, 1)")
          double momentum,
      @Setting(value = "Whether momentum looks ahead as Nesterov's does.", byDefault = "false")
          boolean nesterov,
      @Setting(
              value = "Factor of the parameters that is added to the gradient.",
              byDefault = "0",
              range = "[0, inf)")
          double weightDecay) {}

  private static final Declaration DECLARATION =
      new Declaration(
          "sgd",
          "Stochastic gradient descent with momentum and weight decay.",
          "Robbins and Monro, Annals of Mathematical Statistics 1951",
          Parameters.class);

  private Parameters settings;
  private double rate;
  private float[] velocity = {};
  private boolean moving; // whether velocity holds a step of this task

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public void begin(Record parameters, ParameterLayout layout, RandomStreams random) {
    settings = (Parameters) parameters;
    velocity = new float[settings.momentum() > 0 ? layout.length() : 0];
    beginTask();
  }

  @Override
  public void beginTask() {
    rate = settings.learningRate();
    moving = false;
  }

  @Override
  public void update(FlatVector parameters, FlatVector gradient) {
    if (settings.weightDecay() > 0) {
      gradient.add((float) settings.weightDecay(), parameters);
    }
    if (settings.momentum() > 0) {
      accelerate(gradient.values());
    }
    parameters.add((float) -rate, gradient);
  }

  /** Replaces the gradient by the momentum update. */
  private void accelerate(float[] gradient) {
    float[] v = velocity;
    float share = moving ? (float) settings.momentum() : 0f;
    for (int i = 0; i < gradient.length; i++) {
      v[i] = share * v[i] + gradient[i];
    }
    moving = true;
    if (settings.nesterov()) {
      float ahead = (float) settings.momentum();
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] += ahead * v[i];
      }
    } else {
      System.arraycopy(v, 0, gradient, 0, gradient.length);
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

  @Override
  public void save(StateWriter out) {
    out.putDouble("sgd.rate", rate);
    out.putLong("sgd.moving", moving ? 1 : 0);
    out.putFloats("sgd.velocity", velocity);
  }

  @Override
  public void load(StateReader in) {
    rate = in.getDouble("sgd.rate");
    moving = in.getLong("sgd.moving") == 1;
    velocity = in.getFloats("sgd.velocity");
  }
}
