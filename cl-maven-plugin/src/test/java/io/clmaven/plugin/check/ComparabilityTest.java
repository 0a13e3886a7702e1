package io.clmaven.plugin.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.experiment.plan.Fingerprint;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparabilityTest {

  @Test
  void dataBenchmarkAndKindOfBackendMakeResultsComparable() {
    Fingerprint fingerprint =
        new Fingerprint(
            Map.of(
                "backend", "dnnl-3.11-1.5.13 nd4j-native-1.0.0-M2.1-linux-x86_64-avx512",
                "benchmark.name", "permuted-mnist",
                "benchmark.tasks", "10",
                "data.mnist/train-labels-idx1-ubyte.gz", "65a5",
                "engine", "auto",
                "java", "17",
                "method.name", "gpm",
                "training.epochs", "5"));
    assertThat(Comparability.of(fingerprint))
        .containsExactly(
            Map.entry("backend", "nd4j-native"),
            Map.entry("benchmark.name", "permuted-mnist"),
            Map.entry("benchmark.tasks", "10"),
            Map.entry("data.mnist/train-labels-idx1-ubyte.gz", "65a5"));
  }

  @Test
  void validationExamplesAreNotComparableWithTheTestSet() {
    Fingerprint tested = new Fingerprint(Map.of("benchmark", "x"));
    Fingerprint validated = new Fingerprint(Map.of("benchmark", "x", "evaluated", "validation"));
    assertThat(Comparability.of(validated)).containsEntry("evaluated", "validation");
    assertThat(Comparability.differences(Comparability.of(tested), Comparability.of(validated)))
        .hasSize(1);
  }

  @Test
  void otherInstructionSetIsComparableAndOtherKindIsNot() {
    Fingerprint avx2 = new Fingerprint(Map.of("backend", "nd4j-native-1.0.0-M2.1-linux-avx2"));
    Fingerprint avx512 = new Fingerprint(Map.of("backend", "nd4j-native-1.0.0-M2.1-linux-avx512"));
    Fingerprint cuda = new Fingerprint(Map.of("backend", "nd4j-cuda-11.6-1.0.0-M2.1"));
    assertThat(Comparability.differences(Comparability.of(avx2), Comparability.of(avx512)))
        .isEmpty();
    assertThat(Comparability.differences(Comparability.of(avx2), Comparability.of(cuda)))
        .containsExactly("backend: nd4j-native -> nd4j-cuda");
  }
}
