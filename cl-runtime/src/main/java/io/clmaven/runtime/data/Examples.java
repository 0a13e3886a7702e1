package io.clmaven.runtime.data;

import io.clmaven.runtime.engine.InputRows;
import java.util.List;

/** Labelled examples of one task, readable in any order: normalised float32 inputs. */
public interface Examples extends InputRows {

  /** Returns the shape of one input: [D] or [C, H, W]. */
  List<Integer> shape();

  /** Returns the label of an example, counted within its task. */
  int label(int index);
}
