package io.clmaven.runtime.engine.onednn;

/**
 * Runs plain loops over off-heap memory, block by block: the JIT vectorises loops over arrays of
 * the heap, and a block stays in the first cache between the copies. For vectors that costs less
 * than the call of a kernel.
 */
final class HeapLoop {

  private static final int BLOCK = 4096;

  /** Works on a block. */
  @FunctionalInterface
  interface Body {

    /**
     * Computes a block.
     *
     * @param v one block per operand; the result goes to the first
     * @param length values in each block
     */
    void run(float[][] v, int length);
  }

  private final float[][] blocks;

  HeapLoop(int operands) {
    this.blocks = new float[operands][BLOCK];
  }

  /**
   * Runs a loop.
   *
   * @param length number of values
   * @param result receives what the body leaves in the first block; may be one of the operands
   */
  void run(Body body, int length, Matrix result, Matrix... operands) {
    for (int from = 0; from < length; from += BLOCK) {
      int part = Math.min(BLOCK, length - from);
      for (int i = 0; i < operands.length; i++) {
        operands[i].pull(blocks[i], from, part);
      }
      body.run(blocks, part);
      result.push(blocks[0], from, part);
    }
  }
}
