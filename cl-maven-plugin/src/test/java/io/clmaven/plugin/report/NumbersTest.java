package io.clmaven.plugin.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {

  @Test
  void fractionsAreWrittenInPercent() {
    assertThat(Numbers.percent(0.93541)).isEqualTo("93.54 %");
    assertThat(Numbers.percent(-0.0347)).isEqualTo("-3.47 %");
    assertThat(Numbers.percent(0.93541, 0.0047)).isEqualTo("93.54 ± 0.47 %");
    assertThat(Numbers.percent(Double.NaN)).isEqualTo("–");
  }

  @Test
  void differencesHaveASign() {
    assertThat(Numbers.difference(0.0031)).isEqualTo("+0.31");
    assertThat(Numbers.difference(-0.0031)).isEqualTo("-0.31");
    assertThat(Numbers.difference(0.00001)).isEqualTo("0.00");
  }

  @Test
  void durationsAreWrittenInFittingUnits() {
    assertThat(Numbers.seconds(0.423)).isEqualTo("0.42 s");
    assertThat(Numbers.seconds(71.34)).isEqualTo("71.3 s");
    assertThat(Numbers.seconds(900)).isEqualTo("15 min");
    assertThat(Numbers.seconds(7500)).isEqualTo("2 h 05 min");
  }

  @Test
  void memoryIsWrittenInFittingUnits() {
    assertThat(Numbers.bytes(0)).isEqualTo("–");
    assertThat(Numbers.bytes(512)).isEqualTo("512 B");
    assertThat(Numbers.bytes(3.5 * 1024 * 1024)).isEqualTo("3.5 MiB");
    assertThat(Numbers.bytes(900L << 20)).isEqualTo("900 MiB");
  }

  @Test
  void countsHaveSeparators() {
    assertThat(Numbers.count(46_300.4)).isEqualTo("46,300");
  }

  @Test
  void quantitiesAreShort() {
    assertThat(Numbers.quantity(0)).isEqualTo("0");
    assertThat(Numbers.quantity(0.25)).isEqualTo("0.25");
    assertThat(Numbers.quantity(-93.456)).isEqualTo("-93.46");
    assertThat(Numbers.quantity(1e-5)).isEqualTo("1e-5");
    assertThat(Numbers.quantity(3.24e-7)).isEqualTo("3.2e-7");
    assertThat(Numbers.quantity(2e12)).isEqualTo("2e12");
    assertThat(Numbers.quantity(Double.NaN)).isEqualTo("–");
  }
}
