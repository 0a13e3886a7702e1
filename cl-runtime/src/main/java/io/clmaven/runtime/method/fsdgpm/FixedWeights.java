package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import java.util.Arrays;

/** lambda = 1: the projection of GPM. */
final class FixedWeights implements SoftWeights {

  private float[][] values = {};

  @Override
  public void begin(int[] ranks) {
    values = new float[ranks.length][];
    for (int i = 0; i < ranks.length; i++) {
      values[i] = new float[ranks[i]];
      Arrays.fill(values[i], 1f);
    }
  }

  @Override
  public void decay(double factor) {}

  @Override
  public float[][] values() {
    return values;
  }

  @Override
  public boolean needsGradient() {
    return false;
  }

  @Override
  public void update(float[][] gradient) {}

  @Override
  public void save(StateWriter out) {
    out.putInts("weights.ranks", Arrays.stream(values).mapToInt(v -> v.length).toArray());
  }

  @Override
  public void load(StateReader in) {
    begin(in.getInts("weights.ranks"));
  }
}
