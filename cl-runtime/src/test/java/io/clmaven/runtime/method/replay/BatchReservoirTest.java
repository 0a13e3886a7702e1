package io.clmaven.runtime.method.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchReservoirTest {

  @Test
  void theRestOfABatchDrawsFromTheSamplesSeenBeforeIt() {
    BatchReservoir reservoir = new BatchReservoir(3);
    RecordedDraws draws = new RecordedDraws();
    draws.addSlot(3, 1); // the fourth sample; three were seen
    draws.addSlot(3, 2); // the fifth of the same batch
    draws.addSlot(5, 4); // of the next batch
    draws.addSlot(5, 0);
    int[] first = batch(reservoir, 5, draws);
    int[] second = batch(reservoir, 2, draws);
    assertThat(first).containsExactly(0, 1, 2, 1, 2);
    assertThat(second).containsExactly(SlotRule.NONE, 0);
    draws.assertUsedUp();
  }

  @Test
  void aReservoirWithoutSlotsKeepsNothingAndDrawsNothing() {
    BatchReservoir reservoir = new BatchReservoir(0);
    assertThat(batch(reservoir, 2, new RecordedDraws())).containsOnly(SlotRule.NONE);
    assertThat(reservoir.size()).isZero();
  }

  private static int[] batch(BatchReservoir reservoir, int size, RecordedDraws draws) {
    reservoir.beginBatch();
    return IntStream.range(0, size).map(i -> reservoir.next(0, 0, draws)).toArray();
  }
}
