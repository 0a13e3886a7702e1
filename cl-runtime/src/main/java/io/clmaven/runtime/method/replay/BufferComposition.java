package io.clmaven.runtime.method.replay;

import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.benchmark.TaskStream;
import io.clmaven.runtime.diagnostic.Diagnostics;
import io.clmaven.runtime.diagnostic.TaskHistory;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import io.clmaven.runtime.state.Stateful;
import java.util.List;
import java.util.stream.IntStream;

/** How many samples of each task a buffer held after each task. */
public final class BufferComposition implements Stateful {

  private final String method;
  private final int tasks;
  private final TaskHistory samples;

  /**
   * Begins without a task.
   *
   * @param method its name
   */
  public BufferComposition(String method, TaskStream stream) {
    this.method = method;
    this.tasks = stream.size();
    this.samples =
        new TaskHistory(IntStream.range(0, tasks).mapToObj(i -> stream.task(i).name()).toList());
  }

  /** Enters what a buffer holds after a task. */
  public void learnt(Task task, ReplayBuffer buffer) {
    double[] counts = new double[tasks];
    for (int i = 0; i < buffer.size(); i++) {
      counts[buffer.task(i)]++;
    }
    samples.add(task.name(), counts);
  }

  /** Returns the counts as a heat map. */
  public Diagnostics toDiagnostics() {
    return new Diagnostics(
        List.of(),
        List.of(
            samples.map(
                method + ".buffer",
                "Composition of the buffer",
                "Samples of each task (rows) that the buffer holds after a task (columns).",
                "")));
  }

  @Override
  public void save(StateWriter out) {
    samples.save(out);
  }

  @Override
  public void load(StateReader in) {
    samples.load(in);
  }
}
