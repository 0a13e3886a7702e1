package io.clmaven.runtime.optimizer.tag;

import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import io.clmaven.runtime.state.Stateful;
import java.util.ArrayList;
import java.util.List;

/**
 * First and second moments of the gradients of each task: M and V of the current one, and of those
 * before it U, which is the last M of unit norm in every tensor, and the last V.
 */
final class TaskMoments implements Stateful {

  private final Blocks blocks;
  private final ZeroMoment zeroMoment;
  private final List<float[][]> directions = new ArrayList<>(); // U of past tasks
  private final List<float[][]> squares = new ArrayList<>(); // V, the current task's last
  private float[][] first; // M

  TaskMoments(Blocks blocks, ZeroMoment zeroMoment) {
    this.blocks = blocks;
    this.zeroMoment = zeroMoment;
  }

  /** Ends the current task, if there is one, and begins another with moments of zero. */
  void beginTask() {
    if (!squares.isEmpty()) {
      normalise(first);
      directions.add(first);
    }
    first = blocks.zeros();
    squares.add(blocks.zeros());
  }

  private void normalise(float[][] moment) {
    for (int tensor = 0; tensor < blocks.tensors(); tensor++) {
      float norm = (float) blocks.norm(tensor, moment);
      if (norm != 0 || zeroMoment == ZeroMoment.NAN) {
        divide(tensor, moment, norm);
      }
    }
  }

  private void divide(int tensor, float[][] moment, float norm) {
    for (int block = blocks.first(tensor); block < blocks.end(tensor); block++) {
      float[] values = moment[block];
      for (int k = 0; k < values.length; k++) {
        values[k] /= norm;
      }
    }
  }

  /** Returns the number of tasks before the current one. */
  int past() {
    return directions.size();
  }

  /** Returns a block of M of the current task. */
  float[] first(int block) {
    return first[block];
  }

  /** Returns a block of V of a task. */
  float[] second(int task, int block) {
    return squares.get(task)[block];
  }

  /** Returns a block of U of a past task. */
  float[] direction(int task, int block) {
    return directions.get(task)[block];
  }

  /** Returns the inner product of U of two tasks in a tensor; the current task's is its M. */
  double product(int tensor, int task, int other) {
    return blocks.product(tensor, moment(task), moment(other));
  }

  private float[][] moment(int task) {
    return task < past() ? directions.get(task) : first;
  }

  @Override
  public void save(StateWriter out) {
    out.putLong("tag.tasks", squares.size());
    for (float[][] square : squares) {
      out.putFloats("tag.second", blocks.flat(square));
    }
    for (float[][] direction : directions) {
      out.putFloats("tag.direction", blocks.flat(direction));
    }
    if (!squares.isEmpty()) {
      out.putFloats("tag.first", blocks.flat(first));
    }
  }

  @Override
  public void load(StateReader in) {
    squares.clear();
    directions.clear();
    long tasks = in.getLong("tag.tasks");
    for (long task = 0; task < tasks; task++) {
      squares.add(blocks.cut(in.getFloats("tag.second")));
    }
    for (long task = 1; task < tasks; task++) {
      directions.add(blocks.cut(in.getFloats("tag.direction")));
    }
    if (tasks > 0) {
      first = blocks.cut(in.getFloats("tag.first"));
    }
  }
}
