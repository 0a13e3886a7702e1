package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Mode;

/** Row-major memory with the channel slowest is flat as it is. */
final class FlattenStage implements Stage {

  @Override
  public Matrix forward(Matrix input, int rows, Mode mode) {
    return input;
  }

  @Override
  public Matrix backward(Matrix gradient, int rows) {
    return gradient;
  }
}
