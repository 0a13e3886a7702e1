package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import java.util.Arrays;

/**
 * Weights that follow the gradient of the loss at perturbed weights: down it with a perturbation
 * up, up it with a perturbation down.
 */
abstract sealed class LearnedWeights implements SoftWeights
    permits OfficialWeights, LiveWeights, LogitWeights {

  private static final double CLIP_EPSILON = 1e-6; // PyTorch's

  private final FsDgpmParameters parameters;
  private final int sign; // s
  private float[][] values = {};
  private double eta2;

  LearnedWeights(FsDgpmParameters parameters, Perturbation perturbation) {
    this.parameters = parameters;
    this.sign = perturbation.sign();
    this.eta2 = parameters.eta2();
  }

  @Override
  public void begin(int[] ranks) {
    eta2 = parameters.eta2();
    values = new float[ranks.length][];
    for (int i = 0; i < ranks.length; i++) {
      values[i] = new float[ranks[i]];
      Arrays.fill(values[i], (float) parameters.lambdaInit());
    }
  }

  @Override
  public void decay(double factor) {
    eta2 /= factor;
  }

  @Override
  public final float[][] values() {
    return values;
  }

  @Override
  public final void update(float[][] gradient) {
    toStored(gradient);
    clip(gradient);
    follow(gradient);
  }

  /** Replaces a gradient by lambda by one by what is stored and stepped. */
  void toStored(float[][] gradient) {}

  /** Goes one step along a clipped gradient. */
  abstract void follow(float[][] gradient);

  private void clip(float[][] gradient) {
    double squares = 0;
    for (float[] layer : gradient) {
      for (float g : layer) {
        squares += (double) g * g;
      }
    }
    float factor =
        (float) (parameters.common().gradientClip() / (Math.sqrt(squares) + CLIP_EPSILON));
    if (factor < 1) {
      for (float[] layer : gradient) {
        for (int m = 0; m < layer.length; m++) {
          layer[m] *= factor;
        }
      }
    }
  }

  /** Returns the step size in force. */
  final double eta2() {
    return eta2;
  }

  /** Returns the signed length -s eta2 of a step along the gradient. */
  final double step() {
    return -sign * eta2;
  }

  /** Returns sigma(tau x). */
  final float squash(double x) {
    return (float) (1 / (1 + Math.exp(-parameters.temperature() * x)));
  }

  /** Returns tau. */
  final double temperature() {
    return parameters.temperature();
  }

  @Override
  public void save(StateWriter out) {
    out.putDouble("weights.eta2", eta2);
    out.putLong("weights.layers", values.length);
    for (float[] layer : values) {
      out.putFloats("weights.lambda", layer);
    }
  }

  @Override
  public void load(StateReader in) {
    eta2 = in.getDouble("weights.eta2");
    values = new float[Math.toIntExact(in.getLong("weights.layers"))][];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.getFloats("weights.lambda");
    }
  }
}
