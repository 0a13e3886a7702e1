package io.clmaven.runtime.method.replay;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Looks at the rows of arrays, and again at those of the last one without making anything. */
final class LatestRows {

  private final int length; // of a row
  private INDArray array;
  private Rows rows;

  LatestRows(int length) {
    this.length = length;
  }

  /** Returns the rows of a row-major array [rows, length]. */
  Rows of(INDArray next) {
    if (next != array) {
      rows = Rows.of(next, length);
      array = next;
    }
    return rows;
  }
}
