package io.clmaven.runtime.method.replay;

import io.clmaven.runtime.engine.FlatVector;

/**
 * Bounds every element of a vector to [-c, c]. Where no element is beyond, which is the rule, this
 * costs one reading pass.
 *
 * @param bound c
 */
public record ElementClamp(float bound) {

  /**
   * Clamps a vector in place.
   *
   * @return whether an element changed
   */
  public boolean apply(FlatVector vector) {
    if (vector.maximumMagnitude() <= bound) {
      return false;
    }
    float[] values = vector.values();
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(-bound, Math.min(bound, values[i]));
    }
    return true;
  }

  /**
   * Differentiates backwards: sets those elements of an adjoint to zero where the clamp was active.
   *
   * @param unclamped the vector before {@link #apply}
   */
  public void backward(FlatVector unclamped, FlatVector adjoint) {
    if (unclamped.maximumMagnitude() <= bound) {
      return;
    }
    float[] before = unclamped.pull();
    float[] values = adjoint.values();
    for (int i = 0; i < values.length; i++) {
      if (Math.abs(before[i]) > bound) {
        values[i] = 0f;
      }
    }
  }
}
