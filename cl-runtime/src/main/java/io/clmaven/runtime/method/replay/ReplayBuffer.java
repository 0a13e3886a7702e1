package io.clmaven.runtime.method.replay;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.InputRows;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import io.clmaven.runtime.state.Stateful;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Samples of all tasks so far, chosen by a {@link SlotRule}: inputs as the network saw them, the
 * label counted over the outputs of all tasks, and the task. A sample is named by its position
 * among the slots in use. The memory for all slots is allocated once, off-heap.
 */
public final class ReplayBuffer implements InputRows, Stateful {

  private final SlotRule rule;
  private final Rows inputs; // [capacity, D]
  private final LatestRows offeredRows;
  private final int[] labels; // [capacity]
  private final int[] tasks; // [capacity]

  /**
   * Makes an empty buffer that a {@link Reservoir} fills.
   *
   * @param capacity number of samples it holds; 0 keeps none
   * @param inputSize number of values D of one input
   */
  public ReplayBuffer(int capacity, int inputSize) {
    this(new Reservoir(capacity), inputSize);
  }

  /**
   * Makes an empty buffer.
   *
   * @param rule without a sample
   * @param inputSize number of values D of one input
   */
  public ReplayBuffer(SlotRule rule, int inputSize) {
    this.rule = rule;
    inputs = new Rows(new FloatPointer((long) rule.capacity() * inputSize), inputSize);
    offeredRows = new LatestRows(inputSize);
    labels = new int[rule.capacity()];
    tasks = new int[rule.capacity()];
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
    rule.beginBatch();
    for (int row : order) {
      int slot = rule.next(task, batch.labels()[row], draws);
      if (slot != SlotRule.NONE) {
        offered.copy(row, inputs.values(), (long) slot * inputs.length());
        labels[slot] = batch.outputs().from() + batch.labels()[row];
        tasks[slot] = task;
      }
    }
  }

  /** Returns the number of samples held. */
  @Override
  public int size() {
    return rule.size();
  }

  /** Returns the label of a sample, counted over the outputs of all tasks. */
  public int label(int position) {
    return labels[slot(position)];
  }

  /** Returns the position of a sample's task in the stream. */
  public int task(int position) {
    return tasks[slot(position)];
  }

  private int slot(int position) {
    return rule.slot(Objects.checkIndex(position, size()));
  }

  @Override
  public void copy(int[] positions, int from, int count, FloatPointer target) {
    long start = target.position();
    for (int i = 0; i < count; i++) {
      inputs.copy(slot(positions[from + i]), target, start + (long) i * inputs.length());
    }
    target.position(start);
  }

  @Override
  public void save(StateWriter out) {
    rule.save(out);
    float[] input = new float[inputs.length()];
    for (int i = 0; i < size(); i++) { // one by one: all of them may be too long an array
      inputs.get(slot(i), input);
      out.putFloats("buffer.input", input);
    }
    out.putInts("buffer.labels", IntStream.range(0, size()).map(this::label).toArray());
    out.putInts("buffer.tasks", IntStream.range(0, size()).map(this::task).toArray());
  }

  @Override
  public void load(StateReader in) {
    rule.load(in);
    for (int i = 0; i < size(); i++) {
      inputs.put(slot(i), in.getFloats("buffer.input"));
    }
    int[] savedLabels = in.getInts("buffer.labels");
    int[] savedTasks = in.getInts("buffer.tasks");
    for (int i = 0; i < size(); i++) {
      labels[slot(i)] = savedLabels[i];
      tasks[slot(i)] = savedTasks[i];
    }
  }
}
