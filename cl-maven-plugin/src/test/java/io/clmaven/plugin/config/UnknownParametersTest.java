package io.clmaven.plugin.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnknownParametersTest {

  @Test
  void areThoseThatNoGoalReads() {
    assertThat(
            UnknownParameters.warnings(
                List.of("skipTests", "cl.zzz", "cl.experiment", "cl.seeds"),
                List.of("cl.experiments", "cl.seeds")))
        .containsExactly(
            "Unknown parameter 'cl.experiment'. Did you mean 'cl.experiments'?",
            "Unknown parameter 'cl.zzz'.");
  }
}
