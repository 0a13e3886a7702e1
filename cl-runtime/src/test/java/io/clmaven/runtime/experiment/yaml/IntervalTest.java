package io.clmaven.runtime.experiment.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "(0, 1]; 0; false",
        "(0, 1]; 0.0001; true",
        "(0, 1]; 1; true",
        "(0, 1]; 1.0001; false",
        "[1, inf); 1; true",
        "[1, inf); 1e300; true",
        "[1, inf); 0; false",
        "(-inf, 0.5); -7; true",
        "(-inf, 0.5); 0.5; false",
        "(-1, 1); -1.0; false"
      })
  void containsWhatItSays(String interval, BigDecimal value, boolean contained) {
    assertThat(Interval.parse(interval).contains(value)).isEqualTo(contained);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "(0, 1]; greater than 0 and at most 1",
        "[1, inf); at least 1",
        "(-inf, 0.5); less than 0.5",
        "(0.5, 1); greater than 0.5 and less than 1"
      })
  void saysWhatItContains(String interval, String words) {
    assertThat(Interval.parse(interval).words()).isEqualTo(words);
  }

  @Test
  void refusesWhatIsNoInterval() {
    assertThatThrownBy(() -> Interval.parse("0..1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'0..1' is not an interval");
  }
}
