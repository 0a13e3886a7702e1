package io.clmaven.runtime.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.random.RandomStreams;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HoldoutTest {

  @Property(tries = 200)
  void bothPartsTogetherAreTheWhole(
      @ForAll @IntRange(min = 0, max = 500) int size,
      @ForAll @DoubleRange(min = 0, max = 0.99) double share,
      @ForAll long seed) {
    int[] indices = IntStream.range(0, size).map(i -> 3 * i).toArray();

    Holdout holdout = Holdout.ofRandom(indices, share, new RandomStreams(seed).stream("x"));

    assertThat(holdout.validation()).hasSize((int) Math.floor(size * share));
    assertThat(
            IntStream.concat(IntStream.of(holdout.validation()), IntStream.of(holdout.train()))
                .sorted()
                .toArray())
        .isEqualTo(indices);
  }

  @Property(tries = 200)
  void everyClassGivesItsShare(
      @ForAll @IntRange(min = 0, max = 500) int size,
      @ForAll @IntRange(min = 1, max = 20) int classes,
      @ForAll @DoubleRange(min = 0, max = 0.99) double share,
      @ForAll long seed) {
    int[] indices = IntStream.range(0, size).toArray();

    Holdout holdout =
        Holdout.ofEveryClass(indices, i -> i % classes, share, new RandomStreams(seed).stream("x"));

    for (int c = 0; c < classes; c++) {
      int label = c;
      long images = IntStream.of(indices).filter(i -> i % classes == label).count();
      assertThat(IntStream.of(holdout.validation()).filter(i -> i % classes == label).count())
          .isEqualTo((long) Math.floor(images * share));
    }
    assertThat(
            IntStream.concat(IntStream.of(holdout.validation()), IntStream.of(holdout.train()))
                .sorted()
                .toArray())
        .isEqualTo(indices);
  }

  @Test
  void holdsOutTheFirstTenthOfMnist() {
    Holdout holdout = Holdout.ofFirst(IntStream.range(0, 60_000).toArray(), 0.1);

    assertThat(holdout.validation()).hasSize(6_000).startsWith(0, 1).endsWith(5_999);
    assertThat(holdout.train()).hasSize(54_000).startsWith(6_000).endsWith(59_999);
  }
}
