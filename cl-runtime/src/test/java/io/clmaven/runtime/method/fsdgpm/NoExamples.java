package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.data.Examples;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;

/** The examples of a task whose batches come from a file. */
enum NoExamples implements Examples {
  AT_ALL;

  @Override
  public int size() {
    return 0;
  }

  @Override
  public List<Integer> shape() {
    return List.of();
  }

  @Override
  public int label(int index) {
    throw new IndexOutOfBoundsException(index);
  }

  @Override
  public void copy(int[] indices, int from, int count, FloatPointer target) {}
}
