package io.clmaven.runtime.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The numbers are those of {@code torch.randperm} in PyTorch 1.13. */
class TorchRandomTest {

  @Test
  void permutesAsTorchWithSeed0() {
    TorchRandom random = new TorchRandom(0);

    assertThat(random.permutation(10)).containsExactly(4, 1, 7, 5, 3, 9, 0, 8, 6, 2);
    assertThat(random.permutation(10)).containsExactly(3, 9, 4, 2, 7, 8, 6, 0, 5, 1);
  }

  @Test
  void drawsOnePermutationOfManyAfterTheOther() {
    TorchRandom random = new TorchRandom(3);

    int[] first = random.permutation(60_000);
    assertThat(first).startsWith(38986, 46111, 53123, 54054, 9664, 45710, 7266, 38831);
    assertThat(first).endsWith(59646, 49374, 32804);
    assertThat(IntStream.range(0, first.length).mapToLong(i -> (long) i * first[i]).sum())
        .isEqualTo(54067287695870L);
    assertThat(random.permutation(60_000)).startsWith(36592, 52066, 10768, 49421, 51926, 42439);
  }

  @Property(tries = 100)
  void usesEveryNumberOnce(
      @ForAll @IntRange(min = 0) int seed, @ForAll @IntRange(max = 500) int n) {
    int[] permutation = new TorchRandom(seed).permutation(n);

    assertThat(Arrays.stream(permutation).sorted().toArray())
        .isEqualTo(IntStream.range(0, n).toArray());
  }

  @Test
  void refusesANegativeSeed() {
    assertThatThrownBy(() -> new TorchRandom(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("negative seed -1");
  }
}
