package io.clmaven.runtime.experiment.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTest {

  @Test
  void plansComeBackEqual() throws Exception {
    CheckRule rule =
        new CheckRule(
            Optional.of(new BigDecimal("0.90")),
            Optional.empty(),
            Optional.of(new BigDecimal("0.01")),
            0.95,
            CheckRule.Statistic.LOWER_CI95,
            3);
    Plan plan =
        new Plan(
            List.of(new Problem("a.yaml", 1, 2, "Text.")),
            List.of(new Hint("b", "Sentence.")),
            List.of(
                new PlannedExperiment(
                    "b",
                    "b.yaml",
                    List.of("preset/p"),
                    "summary",
                    Json.mapper().readTree("{\"seeds\":[1,2]}"),
                    List.of(1L, 2L),
                    Map.of("accuracy", rule),
                    List.of(),
                    new Fingerprint(Map.of("java", "17")))));
    Plan back = Json.mapper().readValue(Json.mapper().writeValueAsString(plan), Plan.class);
    assertThat(back).isEqualTo(plan);
  }
}
