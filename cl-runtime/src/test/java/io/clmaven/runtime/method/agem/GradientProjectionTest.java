package io.clmaven.runtime.method.agem;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.random.RandomStream;
import io.clmaven.runtime.random.RandomStreams;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.nd4j.linalg.factory.Nd4j;

class GradientProjectionTest {

  private static final double ROUNDING = 1e-6;

  @Property(tries = 200)
  void aProjectedGradientNeverHasANegativeProductWithTheReference(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 1000) int length) {
    RandomStream random = new RandomStreams(seed).stream("vectors");
    FlatVector gradient = vector(random, length);
    FlatVector reference = vector(random, length);
    double lengths = gradient.norm() * reference.norm();
    GradientProjection.apply(gradient, reference);
    assertThat(gradient.dot(reference)).isGreaterThanOrEqualTo(-ROUNDING * lengths);
  }

  @Example
  void aGradientThatAgreesStaysAsItIs() {
    FlatVector gradient = vector(1, -2);
    assertThat(GradientProjection.apply(gradient, vector(4, 2))).isFalse();
    assertThat(gradient.pull()).containsExactly(1, -2);
  }

  @Example
  void aGradientThatOpposesLosesItsPartAlongTheReference() {
    FlatVector gradient = vector(3, -1); // product -2, square of the reference 4
    assertThat(GradientProjection.apply(gradient, vector(0, 2))).isTrue();
    assertThat(gradient.pull()).containsExactly(3, 0);
  }

  private static FlatVector vector(RandomStream random, int length) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return vector(values);
  }

  private static FlatVector vector(float... values) {
    return new FlatVector(Nd4j.createFromArray(values));
  }
}
