package io.clmaven.runtime.benchmark;

import io.clmaven.runtime.data.Examples;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * Training examples that are copied fast: the inputs of the newest task lie ready in off-heap
 * memory that the tasks of a stream share, one after the other. Inputs of earlier tasks are made
 * anew, with the same result bit for bit.
 */
final class MaterialisedExamples implements Examples {

  private final int task;
  private final Examples source;
  private final Rows rows;
  private final int rowBytes;

  /**
   * Wraps examples.
   *
   * @param task position of the task in the stream
   * @param source makes the inputs
   * @param rows memory of the stream
   */
  MaterialisedExamples(int task, Examples source, Rows rows) {
    this.task = task;
    this.source = source;
    this.rows = rows;
    this.rowBytes =
        Float.BYTES
            * source.shape().stream().mapToInt(Integer::intValue).reduce(1, (a, b) -> a * b);
  }

  @Override
  public int size() {
    return source.size();
  }

  @Override
  public List<Integer> shape() {
    return source.shape();
  }

  @Override
  public int label(int index) {
    return source.label(index);
  }

  @Override
  public void copy(int[] indices, int from, int count, FloatPointer target) {
    if (rows.task < task) {
      rows.hold(task, source, (long) rowBytes / Float.BYTES * source.size());
    }
    if (rows.task > task) {
      source.copy(indices, from, count, target);
      return;
    }
    long position = target.position();
    long byteOffset = position * Float.BYTES; // memcpy counts positions in bytes
    for (int i = 0; i < count; i++) {
      int index = Objects.checkIndex(indices[from + i], source.size());
      rows.memory.position((long) index * rowBytes);
      Pointer.memcpy(target.position(byteOffset), rows.memory, rowBytes);
      byteOffset += rowBytes;
    }
    rows.memory.position(0);
    target.position(position);
  }

  /** Inputs of one task [N, D], float32, off-heap; used again for the next task. */
  static final class Rows {

    private int task = -1;
    private FloatPointer memory = new FloatPointer();

    private void hold(int newTask, Examples source, long floats) {
      if (memory.capacity() < floats) {
        memory.close();
        memory = new FloatPointer(floats);
      }
      source.copy(IntStream.range(0, source.size()).toArray(), 0, source.size(), memory);
      task = newTask;
    }
  }
}
