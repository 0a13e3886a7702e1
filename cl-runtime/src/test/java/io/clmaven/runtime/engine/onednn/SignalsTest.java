package io.clmaven.runtime.engine.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SignalsTest {

  private static Matrix row(float... values) {
    return Matrix.of(values, values.length);
  }

  private static float[] values(Matrix matrix) {
    return matrix.toArray(1, List.of(matrix.columns())).data().asFloat();
  }

  @Test
  void addsTheSignalsOfAPlace() {
    try (Cpu cpu = new Cpu();
        Signals signals = new Signals(cpu, 1)) {
      signals.add(0, row(1, 2), 1);
      signals.add(0, row(10, 20), 1);
      signals.add(0, row(100, 200), 1);
      assertThat(values(signals.of(0))).containsExactly(111, 222);
    }
  }

  @Test
  void leavesASignalAloneThatAnotherPlaceReadsToo() {
    try (Cpu cpu = new Cpu();
        Signals signals = new Signals(cpu, 2)) {
      Matrix passedOn = row(1, 2);
      signals.add(0, passedOn, 1);
      signals.add(1, row(10, 20), 1);
      signals.add(1, passedOn, 1);
      assertThat(values(signals.of(0))).containsExactly(1, 2);
      assertThat(values(signals.of(1))).containsExactly(11, 22);
    }
  }

  @Test
  void leavesTheFirstSignalAlone() {
    try (Cpu cpu = new Cpu();
        Signals signals = new Signals(cpu, 2)) {
      Matrix first = row(1, 2);
      signals.add(0, first, 1);
      signals.add(1, first, 1);
      signals.add(1, row(10, 20), 1);
      assertThat(values(signals.of(0))).containsExactly(1, 2);
      assertThat(values(signals.of(1))).containsExactly(11, 22);
    }
  }
}
