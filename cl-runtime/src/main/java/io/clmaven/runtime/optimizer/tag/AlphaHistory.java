package io.clmaven.runtime.optimizer.tag;

import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import io.clmaven.runtime.state.Stateful;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The weights alpha of every tensor: those of the last step, and their means over each epoch. */
final class AlphaHistory implements Stateful {

  private final int tensors;
  private final List<double[]> sums = new ArrayList<>(); // by task, [tensors, task + 1]
  private final List<Long> counts = new ArrayList<>(); // steps of the last epoch, of past tasks
  private float[][] alphas = {}; // [tensors, task + 1]
  private long count; // steps of this epoch

  AlphaHistory(int tensors) {
    this.tensors = tensors;
  }

  void beginTask() {
    if (!sums.isEmpty()) {
      counts.add(count);
    }
    int width = sums.size() + 1;
    alphas = new float[tensors][width];
    sums.add(new double[tensors * width]);
    count = 0;
  }

  void beginEpoch() {
    Arrays.fill(sums.get(sums.size() - 1), 0);
    count = 0;
  }

  /** Returns the weights of a tensor in the last step, to be set in this one. */
  float[] alphas(int tensor) {
    return alphas[tensor];
  }

  /** Returns whether a weight of the last step is not a number. */
  boolean hasUndefined() {
    for (float[] weights : alphas) {
      for (float weight : weights) {
        if (Float.isNaN(weight)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Adds the weights of a step to the means. */
  void add() {
    double[] sum = sums.get(sums.size() - 1);
    int i = 0;
    for (float[] weights : alphas) {
      for (float weight : weights) {
        sum[i] += weight;
        i++;
      }
    }
    count++;
  }

  int tasks() {
    return sums.size();
  }

  /** Returns the mean weight that a task had for a tensor in the last epoch of a later one. */
  double mean(int task, int tensor, int past) {
    long steps = task < counts.size() ? counts.get(task) : count;
    return sums.get(task)[tensor * (task + 1) + past] / steps;
  }

  @Override
  public void save(StateWriter out) {
    out.putLong("tag.alpha.steps", count);
    out.putLongs("tag.alpha.counts", counts.stream().mapToLong(Long::longValue).toArray());
    out.putLong("tag.alpha.tasks", sums.size());
    for (double[] sum : sums) {
      out.putDoubles("tag.alpha.sums", sum);
    }
  }

  @Override
  public void load(StateReader in) {
    count = in.getLong("tag.alpha.steps");
    counts.clear();
    Arrays.stream(in.getLongs("tag.alpha.counts")).forEach(counts::add);
    sums.clear();
    long tasks = in.getLong("tag.alpha.tasks");
    for (long task = 0; task < tasks; task++) {
      sums.add(in.getDoubles("tag.alpha.sums"));
    }
    alphas = new float[tensors][(int) tasks];
  }
}
