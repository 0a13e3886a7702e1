package io.clmaven.runtime.method.replay;

/** The order of the rows of a batch, which may be permuted again and again. */
public final class RowOrder {

  private int[] rows = {};
  private int[] previous = {};

  /** Goes back to the order of the batch itself. */
  public void reset(int size) {
    if (rows.length != size) {
      rows = new int[size];
      previous = new int[size];
    }
    for (int i = 0; i < size; i++) {
      rows[i] = i;
    }
  }

  /**
   * Permutes the present order.
   *
   * @param permutation at r the position whose row comes to position r
   */
  public void permute(int[] permutation) {
    int[] present = rows;
    for (int r = 0; r < present.length; r++) {
      previous[r] = present[permutation[r]];
    }
    rows = previous;
    previous = present;
  }

  /** Returns the rows of the batch in order; valid until the next change. */
  public int[] rows() {
    return rows;
  }
}
