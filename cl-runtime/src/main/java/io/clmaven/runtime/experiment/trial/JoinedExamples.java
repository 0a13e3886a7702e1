package io.clmaven.runtime.experiment.trial;

import io.clmaven.runtime.data.Examples;
import io.clmaven.runtime.engine.InputRows;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;

/** Several sets of examples one behind the other. */
final class JoinedExamples implements Examples {

  private final List<Examples> parts;
  private final int[] starts; // [parts + 1]
  private final int inputSize;
  private final int[] one = new int[1];

  private JoinedExamples(List<Examples> parts) {
    this.parts = parts;
    this.starts = new int[parts.size() + 1];
    for (int i = 0; i < parts.size(); i++) {
      starts[i + 1] = Math.addExact(starts[i], parts.get(i).size());
    }
    this.inputSize = parts.get(0).shape().stream().reduce(1, Math::multiplyExact);
  }

  /** Joins one or more sets; a single one is returned as it is. */
  static Examples of(List<Examples> parts) {
    return parts.size() == 1 ? parts.get(0) : new JoinedExamples(parts);
  }

  @Override
  public int size() {
    return starts[parts.size()];
  }

  @Override
  public List<Integer> shape() {
    return parts.get(0).shape();
  }

  @Override
  public int label(int index) {
    int part = partOf(index);
    return parts.get(part).label(index - starts[part]);
  }

  @Override
  public InputRows recurring() {
    boolean all = parts.stream().allMatch(part -> part.recurring() != InputRows.NONE);
    return all ? this : InputRows.NONE;
  }

  @Override
  public void copy(int[] indices, int from, int count, FloatPointer target) {
    long position = target.position();
    for (int i = 0; i < count; i++) {
      int part = partOf(indices[from + i]);
      one[0] = indices[from + i] - starts[part];
      target.position(position + (long) i * inputSize);
      parts.get(part).copy(one, 0, 1, target);
    }
    target.position(position);
  }

  private int partOf(int index) {
    int part = 0;
    while (index >= starts[part + 1]) {
      part++;
    }
    return part;
  }
}
