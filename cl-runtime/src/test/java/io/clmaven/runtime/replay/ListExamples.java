package io.clmaven.runtime.replay;

import io.clmaven.runtime.data.Examples;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Examples held in arrays.
 *
 * @param shape of one sample
 */
public record ListExamples(List<Integer> shape, float[][] inputs, int[] labels)
    implements Examples {

  /** Returns some of them, in that order. */
  public ListExamples select(int[] indices) {
    return new ListExamples(
        shape,
        IntStream.of(indices).mapToObj(i -> inputs[i]).toArray(float[][]::new),
        IntStream.of(indices).map(i -> labels[i]).toArray());
  }

  @Override
  public int size() {
    return labels.length;
  }

  @Override
  public int label(int index) {
    return labels[index];
  }

  @Override
  public void copy(int[] indices, int from, int count, FloatPointer target) {
    long position = target.position();
    for (int i = 0; i < count; i++) {
      float[] input = inputs[indices[from + i]];
      target.position(position + (long) i * input.length).put(input);
    }
    target.position(position);
  }
}
