package io.clmaven.runtime.engine.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeapLoopTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 4095, 4096, 4097, 20_000})
  void runsOverAllValuesAndNoMore(int length) {
    float[] a = new float[length + 1];
    float[] b = new float[length + 1];
    float[] expected = new float[length + 1];
    for (int i = 0; i < length; i++) {
      a[i] = i;
      b[i] = 3 * i;
      expected[i] = a[i] - b[i];
    }
    expected[length] = 7; // behind the end: stays
    float[] old = new float[length + 1];
    old[length] = 7;
    try (Matrix x = Matrix.of(a, 1);
        Matrix y = Matrix.of(b, 1);
        Matrix result = Matrix.of(old, 1)) {
      new HeapLoop(2).run(HeapLoopTest::subtract, length, result, x, y);
      float[] actual = new float[length + 1];
      result.pullRows(actual, length + 1);
      assertThat(actual).containsExactly(expected);
    }
  }

  private static void subtract(float[][] v, int length) {
    for (int i = 0; i < length; i++) {
      v[0][i] -= v[1][i];
    }
  }
}
