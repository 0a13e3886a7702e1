package io.clmaven.runtime.optimizer;

import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import java.util.Arrays;

/**
 * An update rule that divides by running moments of the gradient; they lie on the heap, as float32.
 */
abstract sealed class AdaptiveOptimizer implements Optimizer permits Adagrad, Adam, AdamW, RmsProp {

  private AdaptiveSettings settings;
  private double rate;
  private float[][] moments; // each [P]
  private long steps; // that the moments have seen

  /** Takes the settings and zero moments over. */
  final void begin(AdaptiveSettings settings, float[]... zeros) {
    this.settings = settings;
    rate = settings.learningRate();
    moments = zeros;
    steps = 0;
  }

  /** Decays before a step: adds a share of the parameters w [P] to the gradient [P]. */
  void decay(float[] w, FlatVector gradient) {
    float factor = (float) settings.weightDecay();
    float[] g = gradient.values();
    for (int i = 0; i < g.length; i++) {
      g[i] += factor * w[i];
    }
  }

  /** Changes parameters [P] and moments by one step along the gradient [P]. */
  abstract void step(float[] parameters, float[] gradient, float[][] moments);

  /** Returns the number of steps since the moments were zero, the current one included. */
  final long steps() {
    return steps;
  }

  @Override
  public final void beginTask() {
    rate = settings.learningRate();
    if (settings.lifetime() == Lifetime.TASK) {
      clear();
    }
  }

  @Override
  public final void restart() {
    rate = settings.learningRate();
    clear();
  }

  private void clear() {
    steps = 0;
    for (float[] moment : moments) {
      Arrays.fill(moment, 0f);
    }
  }

  @Override
  public final void update(FlatVector parameters, FlatVector gradient) {
    steps++;
    float[] w = parameters.values();
    if (settings.weightDecay() > 0) {
      decay(w, gradient);
    }
    step(w, gradient.pull(), moments);
  }

  @Override
  public final double learningRate() {
    return rate;
  }

  @Override
  public final void learningRate(double rate) {
    this.rate = rate;
  }

  @Override
  public final void save(StateWriter out) {
    out.putDouble("optimizer.rate", rate);
    out.putLong("optimizer.steps", steps);
    for (float[] moment : moments) {
      out.putFloats("optimizer.moment", moment);
    }
  }

  @Override
  public final void load(StateReader in) {
    rate = in.getDouble("optimizer.rate");
    steps = in.getLong("optimizer.steps");
    for (int i = 0; i < moments.length; i++) {
      moments[i] = in.getFloats("optimizer.moment");
    }
  }
}
