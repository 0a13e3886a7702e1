package io.clmaven.runtime.benchmark;

import java.util.List;

/**
 * Sizes of a stream that are known without its data.
 *
 * @param input shape of one input: [D] or [C, H, W]
 * @param outputs number of outputs of all heads together
 * @param tasks number of tasks T
 */
public record Dimensions(List<Integer> input, int outputs, int tasks) {

  public Dimensions {
    input = List.copyOf(input);
  }
}
