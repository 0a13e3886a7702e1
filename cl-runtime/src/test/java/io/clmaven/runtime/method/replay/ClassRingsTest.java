package io.clmaven.runtime.method.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.engine.OutputRange;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClassRingsTest {

  private static final RecordedDraws NONE = new RecordedDraws();

  /** Two tasks with two and three classes. */
  private static final List<OutputRange> HEADS =
      List.of(new OutputRange(0, 2), new OutputRange(2, 5));

  @Test
  void theNewestSampleOfAClassOverwritesItsOldest() {
    ClassRings rings = new ClassRings(HEADS, 2);
    int[] slots = IntStream.of(1, 1, 0, 1, 1).map(label -> rings.next(0, label, NONE)).toArray();
    assertThat(slots).containsExactly(2, 3, 0, 2, 3);
  }

  @Test
  void slotsInUseAreInTheOrderOfTasksAndClasses() {
    ClassRings rings = new ClassRings(HEADS, 2);
    rings.next(1, 2, NONE);
    rings.next(0, 1, NONE);
    rings.next(0, 0, NONE);
    rings.next(0, 1, NONE);
    assertThat(IntStream.range(0, rings.size()).map(rings::slot)).containsExactly(0, 2, 3, 8);
  }

  @Test
  void countsTheSlotsOfEarlierTasks() {
    ClassRings rings = new ClassRings(HEADS, 2);
    rings.next(0, 1, NONE);
    rings.next(1, 0, NONE);
    rings.next(1, 2, NONE);
    assertThat(IntStream.of(0, 1, 2).map(rings::sizeBefore)).containsExactly(0, 1, 3);
  }

  @Test
  void hasARingForEachClassOfEachTask() {
    assertThat(new ClassRings(HEADS, 3).capacity()).isEqualTo(15);
  }

  @Test
  void ringsWithoutSlotsKeepNothing() {
    assertThat(new ClassRings(HEADS, 0).next(1, 2, NONE)).isEqualTo(SlotRule.NONE);
  }
}
