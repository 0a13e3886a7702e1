package io.clmaven.runtime.experiment.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.experiment.sweep.Range.Scale;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RangeTest {

  private static final double ALMOST_ONE = Math.nextDown(1.0);

  @Property
  void everyWholeNumberIsEquallyLikely(
      @ForAll @IntRange(min = -1000, max = 1000) int from,
      @ForAll @IntRange(min = 1, max = 50) int length) {
    Range range = new Range(from, from + length, Scale.LINEAR, true);
    assertThat(counts(range, (length + 1) * 4))
        .isEqualTo(
            IntStream.rangeClosed(from, from + length)
                .boxed()
                .collect(Collectors.toMap(Function.identity(), n -> 4L)));
  }

  /** 1 to 7 are three doublings: 1, then 2 and 3, then 4 to 7. */
  @Test
  void everyDoublingOfWholeNumbersIsEquallyLikelyOnALogarithmicScale() {
    Map<Integer, Long> counts = counts(new Range(1, 7, Scale.LOG, true), 300);
    assertThat(counts.keySet()).containsExactly(1, 2, 3, 4, 5, 6, 7);
    assertThat(counts.get(1)).isEqualTo(100);
    assertThat(counts.get(2) + counts.get(3)).isEqualTo(100);
  }

  @Test
  void bothEndsAreTheLastThatAreDrawn() {
    assertThat(
            List.of(
                new Range(1, 3, Scale.LINEAR, true),
                new Range(1, 3, Scale.LOG, true),
                new Range(1, 3, Scale.LINEAR, false),
                new Range(1, 3, Scale.LOG, false)))
        .allSatisfy(
            range -> {
              assertThat(range.quantile(0)).isEqualByComparingTo("1");
              assertThat(range.quantile(ALMOST_ONE)).isEqualByComparingTo("3");
            });
  }

  @Test
  void otherNumbersAreEquallyLikelyByDifferenceOrByRatio() {
    assertThat(new Range(0.1, 0.5, Scale.LINEAR, false).quantile(0.5)).isEqualByComparingTo("0.3");
    assertThat(new Range(1e-4, 1e-2, Scale.LOG, false).quantile(0.5)).isEqualByComparingTo("0.001");
  }

  @Test
  void aDrawnNumberHasThreeSignificantDigits() {
    assertThat(new Range(0, 1, Scale.LINEAR, false).quantile(1 / 3.0)).hasToString("0.333");
  }

  /** How often each number is drawn when the shares are spread evenly. */
  private static Map<Integer, Long> counts(Range range, int draws) {
    return IntStream.range(0, draws)
        .mapToObj(i -> range.quantile((i + 0.5) / draws))
        .map(BigDecimal::intValueExact)
        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
  }
}
