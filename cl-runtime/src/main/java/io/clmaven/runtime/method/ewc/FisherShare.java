package io.clmaven.runtime.method.ewc;

import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.diagnostic.Diagnostics;
import io.clmaven.runtime.diagnostic.TaskHistory;
import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import io.clmaven.runtime.state.Stateful;
import java.util.Arrays;
import java.util.List;

/** How the sum of {@link Ewc}'s precision divides over the layers, after each task. */
final class FisherShare implements Stateful {

  private final ParameterLayout layout;
  private final List<String> layers;
  private final TaskHistory shares;

  FisherShare(ParameterLayout layout) {
    this.layout = layout;
    this.layers = layout.segments().stream().map(Segment::layer).distinct().toList();
    this.shares = new TaskHistory(layers);
  }

  /**
   * Enters a task.
   *
   * @param precision F after it [P]
   */
  void learnt(Task task, float[] precision) {
    double[] sums = new double[layers.size()];
    for (Segment segment : layout.segments()) {
      int layer = layers.indexOf(segment.layer());
      for (int i = segment.offset(); i < segment.end(); i++) {
        sums[layer] += precision[i];
      }
    }
    double total = Arrays.stream(sums).sum();
    Arrays.setAll(sums, i -> total > 0 ? 100 * sums[i] / total : Double.NaN);
    shares.add(task.name(), sums);
  }

  Diagnostics toDiagnostics() {
    return new Diagnostics(
        List.of(),
        List.of(
            shares.map(
                "ewc.fisher",
                "Fisher share of the layers",
                "Share of a layer in the sum of the Fisher diagonal that the penalty holds after a"
                    + " task, in percent.",
                "%")));
  }

  @Override
  public void save(StateWriter out) {
    shares.save(out);
  }

  @Override
  public void load(StateReader in) {
    shares.load(in);
  }
}
