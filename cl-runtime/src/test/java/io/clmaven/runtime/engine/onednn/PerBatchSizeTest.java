package io.clmaven.runtime.engine.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PerBatchSizeTest {

  private final List<Integer> made = new ArrayList<>();
  private final List<Integer> closed = new ArrayList<>();
  private final PerBatchSize<AutoCloseable> sizes = new PerBatchSize<>(this::make);

  private AutoCloseable make(int rows) {
    made.add(rows);
    return () -> closed.add(rows);
  }

  @Test
  void makesEachSizeOnce() {
    AutoCloseable full = sizes.of(10);
    sizes.of(3);
    assertThat(sizes.of(10)).isSameAs(full);
    assertThat(made).containsExactly(10, 3);
  }

  @Test
  void closesTheSizeThatWasNotUsedForLongest() {
    for (int rows = 1; rows <= PerBatchSize.KEPT; rows++) {
      sizes.of(rows);
    }
    sizes.of(1);
    assertThat(closed).isEmpty();
    sizes.of(100);
    assertThat(closed).containsExactly(2);
  }

  @Test
  void makesAClosedSizeAgain() {
    for (int rows = 1; rows <= PerBatchSize.KEPT + 1; rows++) {
      sizes.of(rows);
    }
    made.clear();
    sizes.of(1);
    assertThat(made).containsExactly(1);
  }

  @Test
  void closesAllThatIsLeftOnce() {
    for (int rows = 1; rows <= PerBatchSize.KEPT + 1; rows++) {
      sizes.of(rows);
    }
    sizes.close();
    assertThat(closed).containsExactlyElementsOf(made);
  }
}
