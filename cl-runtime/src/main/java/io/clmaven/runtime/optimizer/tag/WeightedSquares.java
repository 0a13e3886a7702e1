package io.clmaven.runtime.optimizer.tag;

/** The weighted sum S of the second moments of all tasks, block by block. */
final class WeightedSquares {

  private final float[] sum = new float[Blocks.LONGEST]; // S

  /** Returns S of a block, overwritten by the next call. */
  float[] of(TaskMoments moments, int block, float[] alphas) {
    int past = alphas.length - 1;
    float[] current = moments.second(past, block);
    set(alphas[past], current);
    int task = 0;
    for (; task + 3 < past; task += 4) {
      addFour(alphas, moments, task, block);
    }
    for (; task < past; task++) {
      add(alphas[task], moments.second(task, block));
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

  /** Does four tasks at a time: memory is read faster in several places. */
  private void addFour(float[] alphas, TaskMoments moments, int task, int block) {
    float[] s = sum;
    float[] v = moments.second(task, block);
    float[] v1 = moments.second(task + 1, block);
    float[] v2 = moments.second(task + 2, block);
    float[] v3 = moments.second(task + 3, block);
    float alpha = alphas[task];
    float alpha1 = alphas[task + 1];
    float alpha2 = alphas[task + 2];
    float alpha3 = alphas[task + 3];
    for (int k = 0; k < v.length; k++) {
      s[k] += alpha * v[k] + alpha1 * v1[k] + alpha2 * v2[k] + alpha3 * v3[k];
    }
  }
}
