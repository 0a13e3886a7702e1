package io.clmaven.runtime.experiment.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

  private static final List<String> KNOWN =
      List.of("gpm", "naive", "permuted-mnist", "batchSize", "minimum", "maximum", "margin");

  @ParameterizedTest
  @CsvSource({
    "gmp, gpm",
    "GPM, gpm",
    "niave, naive",
    "PermutedMNIST, permuted-mnist",
    "permuted_minst, permuted-mnist",
    "batch_size, batchSize",
    "batch, batchSize",
    "min, minimum",
    "max, maximum"
  })
  void findsWhatWasMeant(String wrong, String meant) {
    assertThat(Nearest.to(wrong, KNOWN)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"ewc", "er", "split-cifar", "ma", "x"})
  void findsNothingWhereNothingIsNear(String wrong) {
    assertThat(Nearest.to(wrong, KNOWN)).isEmpty();
  }

  @Test
  void prefersTheSmallestDistance() {
    assertThat(Nearest.to("split-mnit", List.of("split-mnist", "split-mnis")))
        .contains("split-mnis");
  }
}
