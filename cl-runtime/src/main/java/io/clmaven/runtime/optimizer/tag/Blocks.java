package io.clmaven.runtime.optimizer.tag;

import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.engine.Segment;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a flat vector [P] is cut: every tensor begins a block, and a block of each vector that a step
 * works with fits the cache. A vector in blocks is an array of arrays: loops over several of them
 * run from 0, which is what the compiler makes vector instructions of.
 */
final class Blocks {

  /** Largest number of elements of a block. */
  static final int LONGEST = 1024;

  private final int[] starts; // [blocks + 1], index of the first element
  private final int[] firsts; // [tensors + 1], number of the first block

  Blocks(ParameterLayout layout) {
    List<Segment> tensors = layout.segments();
    firsts = new int[tensors.size() + 1];
    IntStream.Builder begins = IntStream.builder();
    for (int p = 0; p < tensors.size(); p++) {
      Segment tensor = tensors.get(p);
      IntStream.iterate(tensor.offset(), i -> i < tensor.end(), i -> i + LONGEST)
          .forEach(begins::add);
      firsts[p + 1] = firsts[p] + (tensor.length() + LONGEST - 1) / LONGEST;
    }
    starts = begins.add(layout.length()).build().toArray();
  }

  int tensors() {
    return firsts.length - 1;
  }

  /** Returns the number of a tensor's first block. */
  int first(int tensor) {
    return firsts[tensor];
  }

  /** Returns the number of the block behind a tensor's last one. */
  int end(int tensor) {
    return firsts[tensor + 1];
  }

  /** Returns the index of a block's first element in the flat vector. */
  int start(int block) {
    return starts[block];
  }

  int length(int block) {
    return starts[block + 1] - starts[block];
  }

  /** Makes a vector of zeros. */
  float[][] zeros() {
    return IntStream.range(0, starts.length - 1)
        .mapToObj(block -> new float[length(block)])
        .toArray(float[][]::new);
  }

  /** Returns a vector as a flat one. */
  float[] flat(float[][] vector) {
    float[] flat = new float[starts[starts.length - 1]];
    for (int block = 0; block < vector.length; block++) {
      System.arraycopy(vector[block], 0, flat, starts[block], length(block));
    }
    return flat;
  }

  /** Cuts a flat vector. */
  float[][] cut(float[] flat) {
    return IntStream.range(0, starts.length - 1)
        .mapToObj(block -> Arrays.copyOfRange(flat, starts[block], starts[block + 1]))
        .toArray(float[][]::new);
  }

  /** Returns the Euclidean norm of a tensor. */
  double norm(int tensor, float[][] vector) {
    return Math.sqrt(product(tensor, vector, vector));
  }

  /** Returns the inner product of a tensor in two vectors. */
  double product(int tensor, float[][] x, float[][] y) {
    double sum = 0;
    for (int block = first(tensor); block < end(tensor); block++) {
      for (int k = 0; k < x[block].length; k++) {
        sum += (double) x[block][k] * y[block][k];
      }
    }
    return sum;
  }
}
