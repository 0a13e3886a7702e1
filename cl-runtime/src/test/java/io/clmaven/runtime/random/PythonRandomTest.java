package io.clmaven.runtime.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The numbers are those of {@code random.shuffle(list(range(n)))} in Python 3.11. */
class PythonRandomTest {

  @Test
  void shufflesTheClassesOfTinyImageNetAsPython() {
    assertThat(shuffled(0, 200))
        .startsWith(131, 181, 22, 172, 144, 92, 97, 187, 58, 93, 6, 70)
        .endsWith(107, 194, 98);
    assertThat(shuffled(1, 200))
        .startsWith(33, 146, 79, 19, 23, 131, 12, 187, 174, 32, 86, 123)
        .endsWith(195, 145, 34);
    assertThat(shuffled(2147483647, 200))
        .startsWith(66, 153, 80, 60, 169, 61, 152, 37, 124, 195, 114, 186)
        .endsWith(50, 30, 81);
  }

  @Test
  void goesOnWithTheNextNumbers() {
    PythonRandom random = new PythonRandom(0);
    int[] values = IntStream.range(0, 10).toArray();

    random.shuffle(values);
    assertThat(values).containsExactly(7, 8, 1, 5, 3, 4, 2, 0, 9, 6);
    random.shuffle(values);
    assertThat(values).containsExactly(6, 3, 9, 2, 7, 8, 0, 1, 5, 4);
  }

  @Property(tries = 100)
  void keepsEveryValue(@ForAll @IntRange(min = 0) int seed, @ForAll @IntRange(max = 500) int n) {
    assertThat(Arrays.stream(shuffled(seed, n)).sorted().toArray())
        .isEqualTo(IntStream.range(0, n).toArray());
  }

  @Test
  void refusesANegativeSeed() {
    assertThatThrownBy(() -> new PythonRandom(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("negative seed -1");
  }

  private static int[] shuffled(int seed, int n) {
    int[] values = IntStream.range(0, n).toArray();
    new PythonRandom(seed).shuffle(values);
    return values;
  }
}
