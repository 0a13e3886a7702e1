package io.clmaven.runtime.method.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clmaven.runtime.engine.FlatVector;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class GradientClipTest {

  @Test
  void aLongGradientIsScaledToTheBound() {
    FlatVector gradient = vector(3, -4);
    new GradientClip(2).apply(gradient);
    // factor 2 / (5 + 1e-6)
    assertThat(gradient.pull()[0]).isCloseTo(3 * 0.39999992f, within(1e-7f));
    assertThat(gradient.pull()[1]).isCloseTo(-4 * 0.39999992f, within(2e-7f));
  }

  @Test
  void aShortGradientStaysAsItIs() {
    FlatVector gradient = vector(3, -4);
    new GradientClip(5.1).apply(gradient);
    assertThat(gradient.pull()).containsExactly(3, -4);
  }

  @Test
  void aGradientAsLongAsTheBoundIsScaledAsPyTorchDoes() {
    FlatVector gradient = vector(3, -4);
    new GradientClip(5).apply(gradient);
    assertThat(gradient.pull()[0]).isLessThan(3).isCloseTo(3, within(1e-6f));
  }

  @Test
  void elementsBeyondTheBoundAreClamped() {
    FlatVector vector = vector(0.5f, 2.5f, -3, -2);
    assertThat(new ElementClamp(2).apply(vector)).isTrue();
    assertThat(vector.pull()).containsExactly(0.5f, 2, -2, -2);
  }

  @Test
  void nothingIsClampedWithinTheBound() {
    FlatVector vector = vector(0.5f, 2, -2);
    assertThat(new ElementClamp(2).apply(vector)).isFalse();
    assertThat(vector.pull()).containsExactly(0.5f, 2, -2);
  }

  @Test
  void noAdjointGoesThroughAnActiveClamp() {
    FlatVector adjoint = vector(1, 2, 3, 4);
    new ElementClamp(2).backward(vector(0.5f, 2.5f, -3, -2), adjoint);
    assertThat(adjoint.pull()).containsExactly(1, 0, 0, 4);
  }

  private static FlatVector vector(float... values) {
    return new FlatVector(Nd4j.createFromArray(values));
  }
}
