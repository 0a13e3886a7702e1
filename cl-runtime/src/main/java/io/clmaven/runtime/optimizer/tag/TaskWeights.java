package io.clmaven.runtime.optimizer.tag;

import java.util.Arrays;

/**
 * The weights alpha of all tasks in one tensor: exp(-b rho), with rho the cosine between the
 * current M and the U of a past task, and 1 for the current one. In the first task the only weight
 * is 1.
 *
 * <p>Products are summed in float32, one sum for each place of a block, and these in double.
 */
final class TaskWeights {

  private static final int QUARTER = Blocks.LONGEST / 4;

  private final double sharpness; // b
  private final ZeroMoment zeroMoment;
  private float[][] sums = {}; // [past + 1, place], the last one of ||M||^2

  TaskWeights(double sharpness, ZeroMoment zeroMoment) {
    this.sharpness = sharpness;
    this.zeroMoment = zeroMoment;
  }

  /** Makes room for a task. */
  void beginTask(int past) {
    sums = new float[past + 1][Blocks.LONGEST];
  }

  /**
   * Begins a tensor.
   *
   * @param width length of its first block, which is its longest
   */
  void clear(int width) {
    for (float[] sum : sums) {
      Arrays.fill(sum, 0, width, 0f);
    }
  }

  /** Adds the products of a block. */
  void add(TaskMoments moments, int block) {
    float[] m = moments.first(block);
    int past = sums.length - 1;
    addSquares(sums[past], m);
    for (int task = 0; task + 1 < past; task += 2) {
      addTwo(moments, task, block);
    }
    if (past % 2 == 1) {
      addProducts(m, sums[past - 1], moments.direction(past - 1, block));
    }
  }

  private static void addSquares(float[] sum, float[] m) {
    for (int k = 0; k < m.length; k++) {
      sum[k] += m[k] * m[k];
    }
  }

  private static void addProducts(float[] m, float[] sum, float[] u) {
    for (int k = 0; k < m.length; k++) {
      sum[k] += m[k] * u[k];
    }
  }

  /** Does two tasks at a time: memory is read faster in two places. */
  private void addTwo(TaskMoments moments, int task, int block) {
    float[] m = moments.first(block);
    float[] u = moments.direction(task, block);
    float[] u2 = moments.direction(task + 1, block);
    float[] sum = sums[task];
    float[] sum2 = sums[task + 1];
    for (int k = 0; k < m.length; k++) {
      sum[k] += m[k] * u[k];
      sum2[k] += m[k] * u2[k];
    }
  }

  /**
   * Computes the weights of a tensor whose blocks were all added.
   *
   * @param alphas receives them [past + 1], the current task's last
   */
  void weigh(float[] alphas, int width) {
    int past = sums.length - 1;
    double norm = past == 0 ? 0 : Math.sqrt(total(sums[past], width));
    for (int task = 0; task < past; task++) {
      alphas[task] = weight(cosine(total(sums[task], width), norm));
    }
    alphas[past] = past == 0 ? 1f : weight(1);
  }

  private double cosine(double product, double norm) {
    return norm == 0 && zeroMoment == ZeroMoment.ORTHOGONAL ? 0 : product / norm;
  }

  private float weight(double cosine) {
    return (float) Math.exp(-sharpness * cosine);
  }

  private static double total(float[] sum, int width) {
    if (width == Blocks.LONGEST) {
      fold(sum);
      return add(sum, QUARTER);
    }
    return add(sum, width);
  }

  /** Four sums at a time do not wait for each other. */
  private static double add(float[] sum, int width) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int k = 0;
    for (; k + 3 < width; k += 4) {
      a += sum[k];
      b += sum[k + 1];
      c += sum[k + 2];
      d += sum[k + 3];
    }
    for (; k < width; k++) {
      a += sum[k];
    }
    return a + b + (c + d);
  }

  /** Adds the other quarters to the first one, in vector instructions: the bounds are constants. */
  private static void fold(float[] sum) {
    for (int k = 0; k < QUARTER; k++) {
      sum[k] += sum[k + QUARTER] + sum[k + 2 * QUARTER] + sum[k + 3 * QUARTER];
    }
  }
}
