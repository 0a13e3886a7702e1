package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;

/**
 * As the official code does it: lambda &lt;- sigma(tau (lambda - s eta2 g)) in the first iteration
 * of a task and after each decay of the learning rate, lambda &lt;- sigma(tau lambda) in all
 * others, because the optimizer there goes on stepping values that are no longer in use. With tau =
 * 10 that leaves every lambda at 0.99995: the weights are as good as 1.
 */
final class OfficialWeights extends LearnedWeights {

  private boolean bound; // whether the optimizer still holds the values in use

  OfficialWeights(FsDgpmParameters parameters, Perturbation perturbation) {
    super(parameters, perturbation);
  }

  @Override
  public void begin(int[] ranks) {
    super.begin(ranks);
    bound = true;
  }

  @Override
  public void decay(double factor) {
    super.decay(factor);
    bound = true;
  }

  @Override
  public boolean needsGradient() {
    return bound;
  }

  @Override
  void follow(float[][] gradient) {
    double step = bound ? step() : 0;
    float[][] lambda = values();
    for (int i = 0; i < lambda.length; i++) {
      for (int m = 0; m < lambda[i].length; m++) {
        lambda[i][m] = squash(lambda[i][m] + step * gradient[i][m]);
      }
    }
    bound = false;
  }

  @Override
  public void save(StateWriter out) {
    super.save(out);
    out.putLong("weights.bound", bound ? 1 : 0);
  }

  @Override
  public void load(StateReader in) {
    super.load(in);
    bound = in.getLong("weights.bound") == 1;
  }
}
