package io.clmaven.runtime.engine.onednn;

/** The mean of tangents. */
final class AveragePoolTangent extends PoolingTangent {

  AveragePoolTangent(Pooling pooling) {
    super(pooling);
  }

  @Override
  public Matrix forward(Matrix[] tangents, Pass pass) {
    pooling.forward(pass.rows(), tangents[0], output);
    return output;
  }
}
