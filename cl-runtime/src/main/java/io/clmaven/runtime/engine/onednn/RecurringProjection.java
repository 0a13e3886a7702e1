package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.InputRows;

/**
 * A projection of the first weighted layer, whose inputs are those of the network and come again
 * every epoch: all rows of the set are projected once, a step only gathers its own. The rows are
 * projected in blocks that do not depend on the batches, so that a resumed trial finds the same
 * bits.
 */
final class RecurringProjection implements Projection {

  private static final long MOST_BYTES = 1L << 29;
  private static final int BLOCK = 512;

  private final SubspaceProjection projection;
  private final int columns;
  private final Matrix projected; // all rows of the set [N, d]
  private final Matrix gathered; // those of the batch [rows, d]
  private InputRows set = InputRows.NONE; // whose rows are held
  private Batch.Origin origin = Batch.Origin.NONE;

  RecurringProjection(SubspaceProjection projection) {
    this.projection = projection;
    this.columns = projection.columns();
    this.projected = Matrix.empty(columns);
    this.gathered = Matrix.empty(columns);
  }

  @Override
  public void comingFrom(Batch.Origin origin) {
    this.origin = origin;
  }

  @Override
  public boolean isForInput(int rows, int outputs) {
    return isHeld() || projection.isForInput(rows, outputs);
  }

  private boolean isHeld() {
    long bytes = (long) origin.rows().size() * columns * Float.BYTES;
    return bytes > 0 && bytes <= MOST_BYTES;
  }

  @Override
  public Matrix input(int rows, Matrix x) {
    if (!isHeld()) {
      return projection.input(rows, x);
    }
    if (set != origin.rows()) {
      projectAll(origin.rows());
    }
    gather(rows);
    return gathered;
  }

  @Override
  public void gradient(int outputs, Matrix g) {
    projection.gradient(outputs, g);
  }

  private void projectAll(InputRows rows) {
    projected.reserve(rows.size());
    int[] indices = new int[BLOCK];
    try (Matrix block = Matrix.empty(columns)) {
      block.reserve(BLOCK);
      for (int from = 0; from < rows.size(); from += BLOCK) {
        int count = Math.min(BLOCK, rows.size() - from);
        for (int i = 0; i < count; i++) {
          indices[i] = from + i;
        }
        rows.copy(indices, 0, count, block.data());
        projection.project(count, block, projected.from(from));
      }
    }
    set = rows;
  }

  private void gather(int rows) {
    gathered.reserve(rows);
    for (int i = 0; i < rows; i++) {
      gathered.copyRow(i, projected, origin.indices()[i]);
    }
  }

  @Override
  public void close() {
    projection.close();
    projected.close();
    gathered.close();
  }
}
