package io.clmaven.runtime.optimizer.tag;

/** The weighted sum S of the second moments of all tasks, block by block. */
final class WeightedSquares {

  private final float[] sum = new float[Blocks.LONGEST]; // S

  /** Returns S of a block, overwritten by the next call. */
  float[] of(TaskMoments moments, int block, float[] alphas) {
    int past = alphas.length - 1;
    float[] current = moments.second(past, block);
    set(alphas[past], current);
    for (int task = 0; task + 1 < past; task += 2) {
      add(
          alphas[task],
          moments.second(task, block),
          alphas[task + 1],
          moments.second(task + 1, block));
    }
    if (past % 2 == 1) {
      add(alphas[past - 1], moments.second(past - 1, block));
    }
    return sum;
  }

  private void set(float alpha, float[] v) {
    float[] s = sum;
    for (int k = 0; k < v.length; k++) {
      s[k] = alpha * v[k];
    }
  }

  private void add(float alpha, float[] v) {
    float[] s = sum;
    for (int k = 0; k < v.length; k++) {
      s[k] += alpha * v[k];
    }
  }

  /** Does two tasks at a time: memory is read faster in two places. */
  private void add(float alpha, float[] v, float alpha2, float[] v2) {
    float[] s = sum;
    for (int k = 0; k < v.length; k++) {
      s[k] += alpha * v[k] + alpha2 * v2[k];
    }
  }
}
