package io.clmaven.runtime.benchmark;

import io.clmaven.runtime.data.Examples;
import io.clmaven.runtime.engine.InputRows;
import io.clmaven.runtime.random.RandomStream;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;

/** Examples whose inputs are changed at random whenever they are copied. */
final class AugmentedExamples implements Examples {

  private final Examples source;
  private final Crop crop;
  private final RandomStream random;
  private final float[] image;
  private final float[] changed;

  AugmentedExamples(Examples source, Crop crop, RandomStream random) {
    this.source = source;
    this.crop = crop;
    this.random = random;
    this.image = new float[crop.size()];
    this.changed = new float[crop.size()];
  }

  @Override
  public int size() {
    return source.size();
  }

  @Override
  public List<Integer> shape() {
    return source.shape();
  }

  @Override
  public int label(int index) {
    return source.label(index);
  }

  @Override
  public InputRows recurring() {
    return InputRows.NONE;
  }

  @Override
  public void copy(int[] indices, int from, int count, FloatPointer target) {
    source.copy(indices, from, count, target);
    long position = target.position();
    for (int i = 0; i < count; i++) {
      target.position(position + (long) i * image.length).get(image);
      crop.draw(image, changed, random);
      target.put(changed);
    }
    target.position(position);
  }
}
