package io.clmaven.runtime.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The whole official permutations are compared in the replay of {@code gpm-12}. */
class PixelPermutationsTest {

  @Test
  void drawsTheOfficialIdsOfSeed2() {
    PixelPermutations permutations = new PixelPermutations(10, 2);

    assertThat(IntStream.range(0, 10).map(permutations::id))
        .containsExactly(4, 1, 5, 0, 7, 2, 3, 6, 9, 8);
    assertThat(IntStream.range(0, 10).map(permutations::seed))
        .containsExactly(400, 101, 502, 3, 704, 205, 306, 607, 908, 809);
  }

  @Test
  void startsTheOfficialPermutationOfSeed400() {
    int[] permutation = new PixelPermutations(10, 2).permutation(0, 784);

    assertThat(Arrays.copyOf(permutation, 12))
        .containsExactly(745, 491, 157, 422, 329, 168, 133, 44, 142, 542, 34, 315);
  }

  @Property(tries = 50)
  void isABijection(
      @ForAll @IntRange(min = 0, max = 1000) int seed,
      @ForAll @IntRange(min = 1, max = 2000) int pixels) {
    int[] permutation = new PixelPermutations(3, seed).permutation(2, pixels);

    assertThat(Arrays.stream(permutation).sorted())
        .containsExactly(IntStream.range(0, pixels).boxed().toArray(Integer[]::new));
  }
}
