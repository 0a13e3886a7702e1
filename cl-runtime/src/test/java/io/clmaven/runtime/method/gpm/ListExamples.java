package io.clmaven.runtime.method.gpm;

import io.clmaven.runtime.data.Examples;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;

/** Examples held in arrays. */
record ListExamples(float[][] inputs, int[] labels) implements Examples {

  @Override
  public int size() {
    return labels.length;
  }

  @Override
  public List<Integer> shape() {
    return List.of(inputs[0].length);
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
