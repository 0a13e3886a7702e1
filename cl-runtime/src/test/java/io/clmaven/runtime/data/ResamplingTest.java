package io.clmaven.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clmaven.runtime.data.ImageFolder.Filter;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ResamplingTest {

  @Test
  void areaTakesTheMeanOfWhatAPixelCovers() {
    // 3 pixels to 2: the first covers pixel 0 and half of pixel 1.
    Resampling area = Resampling.of(Filter.AREA, 3, 2);

    assertThat(area.first(0)).isZero();
    assertThat(area.weights(0)).containsExactly(2 / 3f, 1 / 3f);
    assertThat(area.first(1)).isEqualTo(1);
    assertThat(area.weights(1)).containsExactly(1 / 3f, 2 / 3f);
  }

  @Test
  void bilinearInterpolatesBetweenCentres() {
    // 2 pixels to 4: centres at -0.25, 0.25, 0.75 and 1.25.
    Resampling bilinear = Resampling.of(Filter.BILINEAR, 2, 4);

    assertThat(bilinear.weights(0)).containsExactly(1);
    assertThat(bilinear.weights(1)).containsExactly(0.75f, 0.25f);
    assertThat(bilinear.weights(2)).containsExactly(0.25f, 0.75f);
    assertThat(bilinear.first(3)).isEqualTo(1);
  }

  @Property
  void weightsSumToOneInsideTheSource(
      @ForAll Filter filter,
      @ForAll @IntRange(min = 1, max = 300) int source,
      @ForAll @IntRange(min = 1, max = 300) int target) {
    Resampling resampling = Resampling.of(filter, source, target);

    for (int i = 0; i < target; i++) {
      float[] weights = resampling.weights(i);
      double sum = IntStream.range(0, weights.length).mapToDouble(k -> weights[k]).sum();
      assertThat(sum).isCloseTo(1, within(1e-5));
      assertThat(resampling.first(i)).isBetween(0, source - weights.length);
    }
  }

  @Property(tries = 50)
  void leavesAnImageOfTheRightSizeAsItIs(
      @ForAll Filter filter, @ForAll @IntRange(min = 1, max = 20) int size) {
    byte[] plane = new byte[size * size];
    IntStream.range(0, plane.length).forEach(i -> plane[i] = (byte) (i * 37));

    assertThat(new Planes(size, size, new byte[][] {plane}).resized(size, filter)).isEqualTo(plane);
  }
}
