package io.clmaven.runtime.data;

import io.clmaven.runtime.data.ImageFolder.Filter;

/** How the pixels of one axis are made of those of another length: weights that sum to 1. */
final class Resampling {

  private final int[] first;
  private final float[][] weights;

  private Resampling(int size) {
    first = new int[size];
    weights = new float[size][];
  }

  /** Prepares to bring {@code source} pixels to {@code target} pixels. */
  static Resampling of(Filter filter, int source, int target) {
    Resampling made = new Resampling(target);
    for (int i = 0; i < target; i++) {
      if (filter == Filter.AREA) {
        made.area(i, source);
      } else {
        made.bilinear(i, source);
      }
    }
    return made;
  }

  int size() {
    return first.length;
  }

  /** Returns the first source pixel that a target pixel is made of. */
  int first(int pixel) {
    return first[pixel];
  }

  /** Returns the weights of that pixel and the ones after it. */
  float[] weights(int pixel) {
    return weights[pixel];
  }

  /** Pixel i covers [i s, (i + 1) s) of the source, s = source / target; exact in integers. */
  private void area(int i, int source) {
    long target = size();
    long from = (long) i * source; // in units of 1 / target source pixels
    long to = from + source;
    first[i] = (int) (from / target);
    int last = (int) ((to - 1) / target);
    weights[i] = new float[last - first[i] + 1];
    for (int k = 0; k < weights[i].length; k++) {
      long left = Math.max(from, (first[i] + k) * target);
      long right = Math.min(to, (first[i] + k + 1) * target);
      weights[i][k] = (float) ((double) (right - left) / source);
    }
  }

  /** Pixel centres lie at i + 1/2; beyond the outermost centres the border pixel counts. */
  private void bilinear(int i, int source) {
    double centre = (i + 0.5) * source / size() - 0.5;
    int left = (int) Math.floor(centre);
    float right = (float) (centre - left);
    if (left < 0 || left + 1 >= source) {
      first[i] = left < 0 ? 0 : source - 1;
      weights[i] = new float[] {1};
    } else {
      first[i] = left;
      weights[i] = new float[] {1 - right, right};
    }
  }
}
