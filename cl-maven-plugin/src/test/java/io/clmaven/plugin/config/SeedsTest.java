package io.clmaven.plugin.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SeedsTest {

  @Test
  void areNumbersWithCommas() {
    assertThat(Seeds.parse("7, 2")).containsExactly(7L, 2L);
    assertThat(Seeds.parse(" ")).isEmpty();
    assertThat(Seeds.parse(null)).isEmpty();
  }

  @Test
  void areNoRange() {
    assertThatThrownBy(() -> Seeds.parse("1-2"))
        .isInstanceOf(ProjectException.class)
        .hasMessage(
            "Cannot read '1-2' of cl.seeds: it is not a list of whole numbers. Write for example '1,2,3'.");
  }
}
