package io.clmaven.plugin.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunNameTest {

  @Test
  void isTheNameOfAFolder() {
    assertThatCode(() -> RunName.check("quick-1.2_b")).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b", "..", "a\\b", "", ".worker", "/x"})
  void isNoPath(String name) {
    assertThatThrownBy(() -> RunName.check(name))
        .isInstanceOf(ProjectException.class)
        .hasMessage(
            "Cannot use '%s' of cl.runId: it names one folder below the results. Use letters, digits, '-', '_' and '.' only.",
            name);
  }
}
