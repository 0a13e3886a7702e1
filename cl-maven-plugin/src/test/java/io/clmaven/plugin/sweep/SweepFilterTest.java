package io.clmaven.plugin.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clmaven.plugin.config.ProjectException;
import io.clmaven.runtime.experiment.plan.PlannedSweep;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SweepFilterTest {

  private final List<PlannedSweep> planned = List.of(sweep("ewc-grid"), sweep("tag-grid"));

  @Test
  void choosesByNameAndWildcard() {
    assertThat(new SweepFilter(List.of()).choose(planned)).hasSize(2);
    assertThat(new SweepFilter(List.of("tag-*")).choose(planned)).containsExactly(planned.get(1));
  }

  @Test
  void saysWhichNameIsUnknown() {
    assertThatThrownBy(() -> new SweepFilter(List.of("tag-gird")).choose(planned))
        .isInstanceOf(ProjectException.class)
        .hasMessage(
            "Cannot choose 'tag-gird' of cl.sweeps: there is no such sweep. Did you mean 'tag-grid'? Choose among ewc-grid, tag-grid.");
  }

  private static PlannedSweep sweep(String name) {
    return new PlannedSweep(
        name, name + ".yaml", "", "accuracy", List.of(), List.of(1L), Optional.empty(), List.of());
  }
}
