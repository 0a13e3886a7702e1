package io.clmaven.runtime.experiment.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.random.RandomStreams;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FilterDirectionsTest {

  /** A convolution with two filters of 1 x 2 x 2, a bias, and a linear weight of 2 x 3. */
  private static final ParameterLayout LAYOUT =
      new ParameterLayout(
          List.of(
              new Segment("conv", Segment.Kind.WEIGHT, List.of(2, 1, 2, 2), 0),
              new Segment("conv", Segment.Kind.BIAS, List.of(2), 8),
              new Segment("lin", Segment.Kind.WEIGHT, List.of(2, 3), 10)));

  private static float[] draw(long seed, float... weights) {
    return new FilterDirections(LAYOUT, new RandomStreams(seed).stream("test")).draw(weights);
  }

  @Property(tries = 100)
  void everyFilterHasTheNormOfItsWeights(
      @ForAll long seed, @ForAll @Size(16) List<@FloatRange(min = -3, max = 3) Float> weights) {
    float[] values = new float[16];
    for (int i = 0; i < values.length; i++) {
      values[i] = weights.get(i);
    }
    float[] direction = draw(seed, values);
    int[][] filters = {{0, 4}, {4, 8}, {10, 13}, {13, 16}};
    for (int[] filter : filters) {
      double norm = norm(values, filter);
      assertThat(norm(direction, filter)).isCloseTo(norm, within(1e-5 * norm + 1e-30));
    }
  }

  @Test
  void biasesStayWhereTheyAre() {
    float[] weights = new float[16];
    Arrays.fill(weights, 1f);
    float[] direction = draw(1, weights);
    assertThat(Arrays.copyOfRange(direction, 8, 10)).containsExactly(0, 0);
    assertThat(Arrays.copyOf(direction, 8)).doesNotContain(0);
  }

  @Test
  void eachDrawIsAnother() {
    float[] weights = new float[16];
    Arrays.fill(weights, 1f);
    FilterDirections directions = new FilterDirections(LAYOUT, new RandomStreams(1).stream("test"));
    float[] first = directions.draw(weights);
    assertThat(directions.draw(weights)).isNotEqualTo(first);
    assertThat(draw(1, weights)).isEqualTo(first);
  }

  private static double norm(float[] values, int[] range) {
    double squares = 0;
    for (int i = range[0]; i < range[1]; i++) {
      squares += (double) values[i] * values[i];
    }
    return Math.sqrt(squares);
  }
}
