package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;

/**
 * lambda = sigma(tau v): v follows the gradient g tau lambda (1 - lambda) with momentum, which a
 * task and each decay of the learning rate begin anew. v starts at the initial value of lambda.
 */
final class LogitWeights extends LearnedWeights {

  private static final float MOMENTUM = 0.9f;

  private float[][] logits = {}; // v
  private float[][] velocity = {};

  LogitWeights(FsDgpmParameters parameters, Perturbation perturbation) {
    super(parameters, perturbation);
  }

  @Override
  public void begin(int[] ranks) {
    super.begin(ranks);
    logits = new float[ranks.length][];
    for (int i = 0; i < ranks.length; i++) {
      logits[i] = values()[i].clone();
    }
    rest();
    squashAll();
  }

  @Override
  public void decay(double factor) {
    super.decay(factor);
    rest();
  }

  private void rest() {
    velocity = new float[logits.length][];
    for (int i = 0; i < logits.length; i++) {
      velocity[i] = new float[logits[i].length];
    }
  }

  private void squashAll() {
    for (int i = 0; i < logits.length; i++) {
      for (int m = 0; m < logits[i].length; m++) {
        values()[i][m] = squash(logits[i][m]);
      }
    }
  }

  @Override
  public boolean needsGradient() {
    return true;
  }

  @Override
  void toStored(float[][] gradient) {
    float[][] lambda = values();
    for (int i = 0; i < lambda.length; i++) {
      for (int m = 0; m < lambda[i].length; m++) {
        gradient[i][m] *= (float) (temperature() * lambda[i][m] * (1 - lambda[i][m]));
      }
    }
  }

  @Override
  void follow(float[][] gradient) {
    for (int i = 0; i < logits.length; i++) {
      for (int m = 0; m < logits[i].length; m++) {
        velocity[i][m] = MOMENTUM * velocity[i][m] + gradient[i][m];
        logits[i][m] += (float) (step() * velocity[i][m]);
      }
    }
    squashAll();
  }

  @Override
  public void save(StateWriter out) {
    super.save(out);
    for (int i = 0; i < logits.length; i++) {
      out.putFloats("weights.logits", logits[i]);
      out.putFloats("weights.velocity", velocity[i]);
    }
  }

  @Override
  public void load(StateReader in) {
    super.load(in);
    logits = new float[values().length][];
    velocity = new float[values().length][];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = in.getFloats("weights.logits");
      velocity[i] = in.getFloats("weights.velocity");
    }
  }
}
