package io.clmaven.plugin.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

  @ParameterizedTest
  @CsvSource({"90s,PT90S", "30m,PT30M", "2H,PT2H", "1h30m,PT90M", "1h2m3s,PT3723S", "0s,PT0S"})
  void reads(String text, Duration expected) {
    assertThat(Durations.parse(text, "cl.fork.timeout")).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "30", "m", "30m1h", "-1s", "1.5s", "soon"})
  void refusesEverythingElse(String text) {
    assertThatThrownBy(() -> Durations.parse(text, "cl.fork.timeout"))
        .isInstanceOf(ProjectException.class)
        .hasMessage(
            "Cannot read '%s' of cl.fork.timeout: it is not a duration. Write for example '90s', '30m' or '1h30m'."
                .formatted(text));
  }

  @ParameterizedTest
  @CsvSource({"PT0.4S,0s", "PT42S,42s", "PT185S,3m05s", "PT2H,2h00m", "PT25H3M,25h03m"})
  void writesWholeSeconds(Duration duration, String expected) {
    assertThat(Durations.text(duration)).isEqualTo(expected);
  }
}
