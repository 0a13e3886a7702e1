package io.clmaven.runtime.data;

import io.clmaven.runtime.engine.InputRows;
import java.util.List;

/**
 * Labelled examples of one task, readable in any order: normalised float32 inputs. They are the
 * same at every copy unless {@link #recurring()} says otherwise.
 */
public interface Examples extends InputRows {

  /** Returns the shape of one input: [D] or [C, H, W]. */
  List<Integer> shape();

  /** Returns the label of an example, counted within its task. */
  int label(int index);

  /**
   * Returns these examples as rows that come again with the same values, {@link InputRows#NONE} if
   * they are changed at random whenever they are copied.
   */
  default InputRows recurring() {
    return this;
  }
}
