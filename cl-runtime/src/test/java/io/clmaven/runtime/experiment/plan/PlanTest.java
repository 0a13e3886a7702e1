package io.clmaven.runtime.experiment.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanTest {

  @Test
  void givesTheHintsOfTheChosenExperimentsOnly() {
    Hint chosen = new Hint("a", "Preset 'x' is meant to have 'weights'.");
    Hint other = new Hint("b", "Preset 'y' is meant to have 'weights'.");

    assertThat(new Plan(List.of(), List.of(chosen, other), List.of()).hintsOf(Set.of("a")))
        .containsExactly(chosen);
  }
}
