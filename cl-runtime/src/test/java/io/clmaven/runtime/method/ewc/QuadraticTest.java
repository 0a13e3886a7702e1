package io.clmaven.runtime.method.ewc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuadraticTest {

  private static final double UNCLIPPED = 1e9;
  private static final float[] FIRST_FISHER = {1, 0, 2};
  private static final float[] FIRST_WEIGHTS = {1, 5, -1};
  private static final float[] SECOND_FISHER = {3, 0, 2};
  private static final float[] SECOND_WEIGHTS = {2, 6, 1};
  private static final float[] WEIGHTS = {4, 7, 3};

  /** 2 (F1 (w - mu1) + F2 (w - mu2)): 2 (3 + 6), 0, 2 (8 + 4). */
  @Test
  void separateAnchorsPullAsThePenaltiesOfAllTasksTogether() {
    assertThat(slope(new ConsolidationRule.SeparateAnchors(), UNCLIPPED))
        .containsExactly(18, 0, 24);
  }

  /**
   * F = ((0 + F1) / 2 + 2 F2) / 3 = 13/6, 0, 5/3, around (2, 6, 1): 2 * 13/6 * 2, 0, 2 * 5/3 * 2.
   */
  @Test
  void theRunningAveragePullsToTheLastWeights() {
    assertThat(slope(new ConsolidationRule.RunningAverage(), UNCLIPPED))
        .usingComparatorWithPrecision(1e-5f)
        .containsExactly(26 / 3f, 0, 20 / 3f);
  }

  /** F = F1 / 2 + F2 = 3.5, 0, 3, around (2, 6, 1): 2 * 3.5 * 2, 0, 2 * 3 * 2. */
  @Test
  void onlineEwcForgetsEarlierMatrices() {
    assertThat(slope(new ConsolidationRule.Online(0.5f), UNCLIPPED)).containsExactly(14, 0, 12);
  }

  /** The slope (18, 0, 24) has norm 30. */
  @Test
  void theGradientOfThePenaltyIsClippedByItself() {
    assertThat(slope(new ConsolidationRule.SeparateAnchors(), 15))
        .usingComparatorWithPrecision(1e-5f)
        .containsExactly(9, 0, 12);
  }

  @Test
  void theSlopeIsAddedToAnotherGradient() {
    Quadratic penalty = learnt(new ConsolidationRule.SeparateAnchors());
    float[] gradient = {1, 2, 3};
    penalty.addSlope(WEIGHTS, 2, UNCLIPPED, gradient);
    assertThat(gradient).containsExactly(37, 2, 51);
  }

  private static float[] slope(ConsolidationRule rule, double clip) {
    float[] gradient = new float[3];
    learnt(rule).addSlope(WEIGHTS, 1, clip, gradient);
    return gradient;
  }

  private static Quadratic learnt(ConsolidationRule rule) {
    Quadratic penalty = new Quadratic(3);
    rule.takeIn(1, FIRST_FISHER, FIRST_WEIGHTS, penalty);
    rule.takeIn(2, SECOND_FISHER, SECOND_WEIGHTS, penalty);
    return penalty;
  }
}
