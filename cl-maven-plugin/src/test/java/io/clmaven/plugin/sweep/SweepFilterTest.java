package io.clmaven.plugin.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clmaven.plugin.config.ProjectException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepFilterTest {

  private final List<String> known = List.of("ewc-grid", "tag-grid");

  @Test
  void choosesByNameAndWildcard() {
    assertThat(new SweepFilter(List.of()).choose(known)).isEqualTo(known);
    assertThat(new SweepFilter(List.of("tag-*")).choose(known)).containsExactly("tag-grid");
  }

  @Test
  void saysWhichNameIsUnknown() {
    assertThatThrownBy(() -> new SweepFilter(List.of("tag-gird")).choose(known))
        .isInstanceOf(ProjectException.class)
        .hasMessage(
            "Cannot choose 'tag-gird' of cl.sweeps: there is no such sweep. Did you mean 'tag-grid'? Choose among ewc-grid, tag-grid.");
  }
}
