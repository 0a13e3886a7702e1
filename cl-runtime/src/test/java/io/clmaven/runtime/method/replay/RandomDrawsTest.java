package io.clmaven.runtime.method.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.random.RandomStreams;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RandomDrawsTest {

  @Property(tries = 100)
  void samplesAreDifferentSlots(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 50) int size,
      @ForAll @IntRange(min = 0, max = 50) int count) {
    ReplayDraws draws = ReplayDraws.of(new RandomStreams(seed));
    int drawn = Math.min(size, count);
    for (int[] slots :
        new int[][] {draws.bufferSamples(size, drawn), draws.memorySamples(size, drawn)}) {
      assertThat(slots).hasSize(drawn).doesNotHaveDuplicates();
      assertThat(Arrays.stream(slots)).allMatch(slot -> 0 <= slot && slot < size);
    }
  }

  @Property(tries = 50)
  void anOrderHoldsEveryRowOnce(@ForAll long seed, @ForAll @IntRange(min = 1, max = 50) int size) {
    int[] order = ReplayDraws.of(new RandomStreams(seed)).batchOrder(size);
    assertThat(order).containsExactlyInAnyOrder(IntStream.range(0, size).toArray());
  }

  @Test
  void everySlotIsDrawnEquallyOften() {
    ReplayDraws draws = ReplayDraws.of(new RandomStreams(3));
    int[] drawn = new int[10];
    for (int i = 0; i < 10_000; i++) {
      for (int slot : draws.bufferSamples(10, 3)) {
        drawn[slot]++;
      }
    }
    // 3000 each, standard deviation sqrt(10000 * 0.3 * 0.7) = 46
    assertThat(Arrays.stream(drawn)).allMatch(n -> Math.abs(n - 3000) < 4 * 46);
  }

  @Test
  void theBufferOfASeedDoesNotDependOnWhatElseIsDrawn() {
    ReplayDraws alone = ReplayDraws.of(new RandomStreams(5));
    ReplayDraws busy = ReplayDraws.of(new RandomStreams(5));
    for (int seen = 100; seen < 120; seen++) {
      busy.batchOrder(7);
      busy.bufferSamples(9, 4);
      busy.memorySamples(9, 4);
      assertThat(busy.slot(seen)).isEqualTo(alone.slot(seen));
    }
  }
}
