package io.clmaven.runtime.method.replay;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.InputRows;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import io.clmaven.runtime.state.Stateful;
import java.util.Arrays;
import java.util.Objects;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Samples of all tasks so far, chosen by a {@link Reservoir}: inputs as the network saw them, the
 * label counted over the outputs of all tasks, and the task. The memory for all slots is allocated
 * once, off-heap.
 */
public final class ReplayBuffer implements InputRows, Stateful {

  private final Reservoir reservoir;
  private final Rows inputs; // [capacity, D]
  private final LatestRows offeredRows;
  private final int[] labels; // [capacity]
  private final int[] tasks; // [capacity]

  /**
   * Makes an empty buffer.
   *
   * @param capacity number of samples it holds; 0 keeps none
   * @param inputSize number of values D of one input
   */
  public ReplayBuffer(int capacity, int inputSize) {
    reservoir = new Reservoir(capacity);
    inputs = new Rows(new FloatPointer((long) capacity * inputSize), inputSize);
    offeredRows = new LatestRows(inputSize);
    labels = new int[capacity];
    tasks = new int[capacity];
  }

  /**
   * Offers the samples of a batch one after the other.
   *
   * @param batch its inputs are copied
   * @param order the rows of the batch in the order in which they are offered
   * @param task position of their task in the stream
   */
  public void offer(Batch batch, int[] order, int task, ReplayDraws draws) {
    Rows offered = offeredRows.of(batch.inputs());
    for (int row : order) {
      int slot = reservoir.next(draws);
      if (slot != Reservoir.NONE) {
        offered.copy(row, inputs.values(), (long) slot * inputs.length());
        labels[slot] = batch.outputs().from() + batch.labels()[row];
        tasks[slot] = task;
      }
    }
  }

  /** Returns the number of samples held. */
  @Override
  public int size() {
    return reservoir.size();
  }

  /** Returns the label of a sample, counted over the outputs of all tasks. */
  public int label(int slot) {
    return labels[Objects.checkIndex(slot, size())];
  }

  /** Returns the position of a sample's task in the stream. */
  public int task(int slot) {
    return tasks[Objects.checkIndex(slot, size())];
  }

  @Override
  public void copy(int[] slots, int from, int count, FloatPointer target) {
    long start = target.position();
    for (int i = 0; i < count; i++) {
      int slot = Objects.checkIndex(slots[from + i], size());
      inputs.copy(slot, target, start + (long) i * inputs.length());
    }
    target.position(start);
  }

  @Override
  public void save(StateWriter out) {
    reservoir.save(out);
    float[] input = new float[inputs.length()];
    for (int slot = 0; slot < size(); slot++) { // one by one: all of them may be too long an array
      inputs.get(slot, input);
      out.putFloats("buffer.input", input);
    }
    out.putInts("buffer.labels", Arrays.copyOf(labels, size()));
    out.putInts("buffer.tasks", Arrays.copyOf(tasks, size()));
  }

  @Override
  public void load(StateReader in) {
    reservoir.load(in);
    for (int slot = 0; slot < size(); slot++) {
      inputs.put(slot, in.getFloats("buffer.input"));
    }
    System.arraycopy(in.getInts("buffer.labels"), 0, labels, 0, size());
    System.arraycopy(in.getInts("buffer.tasks"), 0, tasks, 0, size());
  }
}
