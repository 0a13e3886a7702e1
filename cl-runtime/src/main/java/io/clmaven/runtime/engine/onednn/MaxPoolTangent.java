package io.clmaven.runtime.engine.onednn;

/** The tangents of the values that won. */
final class MaxPoolTangent extends PoolingTangent {

  private final Winners winners;
  private final HeapCopy source = new HeapCopy();
  private float[] picked = {};

  MaxPoolTangent(Pooling pooling) {
    super(pooling);
    this.winners = new Winners(pooling);
  }

  @Override
  public Matrix forward(Matrix[] tangents, Pass pass) {
    int rows = pass.rows();
    if (picked.length < rows * output.columns()) {
      picked = new float[rows * output.columns()];
    }
    winners.pick(rows, source.pull(tangents[0], rows), picked);
    output.reserve(rows);
    output.pushRows(picked, rows);
    return output;
  }
}
