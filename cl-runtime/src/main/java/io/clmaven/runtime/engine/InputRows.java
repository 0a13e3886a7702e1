package io.clmaven.runtime.engine;

import org.bytedeco.javacpp.FloatPointer;

/** Inputs that can be read again, in any order, always with the same values: rows of a set. */
public interface InputRows {

  /** No rows at all. */
  InputRows NONE =
      new InputRows() {
        @Override
        public int size() {
          return 0;
        }

        @Override
        public void copy(int[] indices, int from, int count, FloatPointer target) {
          throw new IndexOutOfBoundsException("there are no rows");
        }
      };

  /** Returns the number of rows. */
  int size();

  /**
   * Copies inputs to off-heap memory, one behind the other.
   *
   * @param indices which rows
   * @param from first position of {@code indices} to use
   * @param count how many
   * @param target receives {@code count} inputs from its position on; its position is left as is
   */
  void copy(int[] indices, int from, int count, FloatPointer target);
}
