package io.clmaven.runtime.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The numbers are those of PyTorch 1.13 with {@code manual_seed(0)}. */
class GemPermutationsTest {

  private final GemPermutations permutations = new GemPermutations();

  @Test
  void drawsThePermutationsOfAllTasksFromOneGenerator() {
    assertThat(permutations.permutation(0, 784))
        .startsWith(60, 361, 167, 578, 107, 772, 313, 626, 81, 367, 711, 728);
    assertThat(permutations.permutation(1, 784))
        .startsWith(141, 187, 59, 448, 544, 748, 568, 133, 528, 196, 379, 179);
    assertThat(permutations.permutation(19, 784))
        .startsWith(681, 506, 623, 408, 389, 220, 446, 679, 61, 338, 327, 304)
        .endsWith(603, 493, 601);
  }
}
