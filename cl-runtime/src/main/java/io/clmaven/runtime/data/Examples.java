package io.clmaven.runtime.data;

import java.util.List;
import org.bytedeco.javacpp.FloatPointer;

/** Labelled examples of one task, readable in any order: normalised float32 inputs. */
public interface Examples {

  /** Returns the number of examples. */
  int size();

  /** Returns the shape of one input: [D] or [C, H, W]. */
  List<Integer> shape();

  /** Returns the label of an example, counted within its task. */
  int label(int index);

  /**
   * Copies inputs to off-heap memory, one behind the other.
   *
   * @param indices which examples
   * @param from first position of {@code indices} to use
   * @param count how many
   * @param target receives {@code count} inputs from its position on; its position is left as is
   */
  void copy(int[] indices, int from, int count, FloatPointer target);
}
