package io.clmaven.runtime.method.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlancesTest {

  @Test
  void theLossOfAStepIsTheMeanOverItsUpdates() {
    Iterator<Double> losses = List.of(3.0, 1.0, 0.5).iterator();
    assertThat(new Glances(3).run(losses::next)).isEqualTo(1.5);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void aLossThatIsNotFiniteEndsTheStep(double bad) {
    Iterator<Double> losses = List.of(3.0, bad, 0.5).iterator();
    assertThat(Double.valueOf(new Glances(3).run(losses::next))).isEqualTo(Double.valueOf(bad));
    assertThat(losses).toIterable().containsExactly(0.5);
  }
}
