package io.clmaven.runtime.optimizer;

import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import java.util.Arrays;

/**
 * An update rule that divides by running moments of the gradient; they lie on the heap, as float32.
 */
abstract sealed class AdaptiveOptimizer implements Optimizer permits Adagrad, Adam, AdamW, RmsProp {

  private double initialRate;
  private double rate;
  private float decay;
  private Lifetime lifetime;
  private float[][] moments; // each [P]
  private long steps; // that the moments have seen

  /**
   * What such rules have in common.
   *
   * @param decay factor of the parameters that is added to the gradient
   */
  record Common(double learningRate, double decay, Lifetime lifetime) {}

  /** Takes the settings and zero moments over. */
  final void begin(Common common, float[]... zeros) {
    initialRate = common.learningRate();
    rate = initialRate;
    decay = (float) common.decay();
    lifetime = common.lifetime();
    moments = zeros;
    steps = 0;
  }

  /** Changes parameters [P] and moments by one step along the gradient [P]. */
  abstract void step(float[] parameters, float[] gradient, float[][] moments);

  /** Returns the number of steps since the moments were zero, the current one included. */
  final long steps() {
    return steps;
  }

  @Override
  public final void beginTask() {
    rate = initialRate;
    if (lifetime == Lifetime.TASK) {
      clear();
    }
  }

  @Override
  public final void restart() {
    rate = initialRate;
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
    if (decay > 0) {
      addDecay(gradient.values(), w);
    }
    step(w, gradient.pull(), moments);
  }

  private void addDecay(float[] g, float[] w) {
    for (int i = 0; i < g.length; i++) {
      g[i] += decay * w[i];
    }
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
