package io.clmaven.runtime.experiment.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HalvingTest {

  @Test
  void seedsGrowByTheFactorUpToAll() {
    assertThat(new Halving(3, 1).rungs(5)).containsExactly(1, 3, 5);
    assertThat(new Halving(2, 2).rungs(8)).containsExactly(2, 4, 8);
    assertThat(new Halving(3, 5).rungs(5)).containsExactly(5);
  }

  @Test
  void theBestShareGoesOnAndAtLeastOne() {
    assertThat(new Halving(3, 1).survivors(28)).isEqualTo(9);
    assertThat(new Halving(3, 1).survivors(2)).isEqualTo(1);
  }
}
