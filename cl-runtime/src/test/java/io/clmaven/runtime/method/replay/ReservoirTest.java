package io.clmaven.runtime.method.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.random.RandomStreams;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReservoirTest {

  private static final int CAPACITY = 5;
  private static final int STREAM = 20;
  private static final int TRIALS = 4000;

  /** With 19 degrees of freedom a uniform rule stays below with probability 0.999. */
  private static final double CHI_SQUARE = 43.8;

  @Test
  void theFirstSamplesFillTheSlotsWithoutADraw() {
    Reservoir reservoir = new Reservoir(3);
    RecordedDraws none = new RecordedDraws();
    assertThat(IntStream.range(0, 3).map(i -> reservoir.next(0, 0, none))).containsExactly(0, 1, 2);
    assertThat(reservoir.size()).isEqualTo(3);
  }

  @Test
  void aFullReservoirDrawsASlotOrPasses() {
    Reservoir reservoir = new Reservoir(2);
    RecordedDraws draws = new RecordedDraws();
    draws.addSlot(3, 1);
    draws.addSlot(4, 2);
    int[] slots = IntStream.range(0, 4).map(i -> reservoir.next(0, 0, draws)).toArray();
    assertThat(slots).containsExactly(0, 1, 1, SlotRule.NONE);
  }

  @Test
  void aReservoirWithoutSlotsKeepsNothingAndDrawsNothing() {
    assertThat(new Reservoir(0).next(0, 0, new RecordedDraws())).isEqualTo(SlotRule.NONE);
  }

  @Test
  void everySampleIsKeptWithTheSameProbability() {
    ReplayDraws draws = ReplayDraws.of(new RandomStreams(11));
    int[] kept = new int[STREAM];
    for (int trial = 0; trial < TRIALS; trial++) {
      for (int sample : fill(draws)) {
        kept[sample]++;
      }
    }
    double expected = (double) TRIALS * CAPACITY / STREAM;
    double chiSquare =
        Arrays.stream(kept).mapToDouble(n -> (n - expected) * (n - expected) / expected).sum();
    assertThat(chiSquare).isLessThan(CHI_SQUARE);
  }

  private static int[] fill(ReplayDraws draws) {
    Reservoir reservoir = new Reservoir(CAPACITY);
    int[] content = new int[CAPACITY];
    for (int sample = 0; sample < STREAM; sample++) {
      int slot = reservoir.next(0, 0, draws);
      if (slot != SlotRule.NONE) {
        content[slot] = sample;
      }
    }
    return content;
  }
}
