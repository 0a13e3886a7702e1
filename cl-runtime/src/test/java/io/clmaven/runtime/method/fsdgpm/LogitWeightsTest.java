package io.clmaven.runtime.method.fsdgpm;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.method.fsdgpm.FsDgpmParameters.Learning;
import org.junit.jupiter.api.Test;

/** Against numbers computed by hand in double precision. */
class LogitWeightsTest {

  private static final double TAU = 2;
  private static final double ETA2 = 0.1;
  private static final double START = 0.25;
  private static final double GRADIENT = 0.5;
  private static final float REACH = 1e-6f;

  private final LogitWeights weights = weights(Perturbation.UP);

  private static LogitWeights weights(Perturbation perturbation) {
    FsDgpmParameters parameters =
        new Tuning().withSteps(0, ETA2).withLambda(START, TAU).withLearning(Learning.LOGIT).build();
    LogitWeights weights = new LogitWeights(parameters, perturbation);
    weights.begin(new int[] {1});
    return weights;
  }

  @Test
  void startsAtTheSquashedInitialValue() {
    assertLambda(weights, sigma(START));
  }

  @Test
  void goesDownTheGradientByTheLogitAfterAPerturbationUp() {
    step(weights);
    assertLambda(weights, sigma(START - ETA2 * byLogit(START)));
  }

  @Test
  void goesUpItAfterAPerturbationDown() {
    LogitWeights ascending = weights(Perturbation.DOWN);
    step(ascending);
    assertLambda(ascending, sigma(START + ETA2 * byLogit(START)));
  }

  @Test
  void keepsNineTenthsOfItsVelocity() {
    step(weights);
    step(weights);
    double first = START - ETA2 * byLogit(START);
    double velocity = 0.9 * byLogit(START) + byLogit(first);
    assertLambda(weights, sigma(first - ETA2 * velocity));
  }

  @Test
  void aDecayStopsItAndShortensItsSteps() {
    step(weights);
    weights.decay(2);
    step(weights);
    double first = START - ETA2 * byLogit(START);
    assertLambda(weights, sigma(first - ETA2 / 2 * byLogit(first)));
  }

  @Test
  void clipsTheGradientByTheLogit() {
    weights.update(new float[][] {{1000}}); // 2 is the norm it is clipped to
    assertLambda(weights, sigma(START - ETA2 * 2));
  }

  private static void step(LogitWeights weights) {
    weights.update(new float[][] {{(float) GRADIENT}});
  }

  private static double byLogit(double v) {
    return GRADIENT * TAU * sigma(v) * (1 - sigma(v));
  }

  private static double sigma(double v) {
    return 1 / (1 + Math.exp(-TAU * v));
  }

  private static void assertLambda(LogitWeights weights, double expected) {
    assertThat(weights.values()[0])
        .usingComparatorWithPrecision(REACH)
        .containsExactly((float) expected);
  }
}
