package io.clmaven.runtime.method.ewc;

import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import io.clmaven.runtime.state.Stateful;

/** The penalty sum F (w - mu)^2 over the weights w, with F = 0 at first. */
final class Quadratic implements Stateful {

  private final float[] precision; // F [P]
  private final float[] means; // mu [P]
  private final float[] slope; // gradient of a step [P]

  Quadratic(int length) {
    precision = new float[length];
    means = new float[length];
    slope = new float[length];
  }

  /** Returns F [P], to be read or changed. */
  float[] precision() {
    return precision;
  }

  /** Returns mu [P], to be read or changed. */
  float[] means() {
    return means;
  }

  /** Makes weights the new mu. */
  void moveTo(float[] weights) {
    System.arraycopy(weights, 0, means, 0, means.length);
  }

  /**
   * Adds the gradient of the penalty to another one, clipped by itself to a global L2 norm as
   * PyTorch does.
   *
   * @param strength factor of the penalty
   * @param clip the norm
   */
  void addSlope(float[] weights, float strength, double clip, float[] gradient) {
    float factor = 2 * strength;
    double squares = 0;
    for (int i = 0; i < slope.length; i++) {
      float r = factor * (precision[i] * (weights[i] - means[i]));
      slope[i] = r;
      squares += (double) r * r;
    }
    float share = (float) Math.min(1, clip / (Math.sqrt(squares) + 1e-6));
    for (int i = 0; i < slope.length; i++) {
      gradient[i] += share * slope[i];
    }
  }

  @Override
  public void save(StateWriter out) {
    out.putFloats("ewc.precision", precision);
    out.putFloats("ewc.means", means);
  }

  @Override
  public void load(StateReader in) {
    System.arraycopy(in.getFloats("ewc.precision"), 0, precision, 0, precision.length);
    System.arraycopy(in.getFloats("ewc.means"), 0, means, 0, means.length);
  }
}
