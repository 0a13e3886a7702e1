package io.clmaven.runtime.method.fsdgpm;

/** lambda &lt;- sigma(tau (lambda - s eta2 g)) in every iteration, without momentum. */
final class LiveWeights extends LearnedWeights {

  LiveWeights(FsDgpmParameters parameters, Perturbation perturbation) {
    super(parameters, perturbation);
  }

  @Override
  public boolean needsGradient() {
    return true;
  }

  @Override
  void follow(float[][] gradient) {
    float[][] lambda = values();
    for (int i = 0; i < lambda.length; i++) {
      for (int m = 0; m < lambda[i].length; m++) {
        lambda[i][m] = squash(lambda[i][m] + step() * gradient[i][m]);
      }
    }
  }
}
