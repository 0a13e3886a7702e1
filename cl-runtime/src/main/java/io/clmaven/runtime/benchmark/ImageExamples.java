package io.clmaven.runtime.benchmark;

import io.clmaven.runtime.data.Examples;
import io.clmaven.runtime.data.PackedDataSet;
import io.clmaven.runtime.data.PackedDataSet.Split;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;

/** Examples made from the packed bytes whenever they are asked for; they need no memory. */
final class ImageExamples implements Examples {

  private static final int CHUNK_FLOATS = 1 << 16;

  private final Selected images;
  private final int[] labels; // local label by label of the data set
  private final List<Integer> shape;
  private final Inputs inputs;
  private final int width; // floats of one input
  private byte[] image = {};
  private float[] rows = {};

  /**
   * Makes examples.
   *
   * @param images which images
   * @param labels local label of every label of the data set
   * @param shape shape of one input
   * @param inputs makes the inputs
   */
  ImageExamples(Selected images, int[] labels, List<Integer> shape, Inputs inputs) {
    this.images = images;
    this.labels = labels;
    this.shape = shape;
    this.inputs = inputs;
    this.width = shape.stream().mapToInt(Integer::intValue).reduce(1, Math::multiplyExact);
  }

  /**
   * Some images of a split.
   *
   * @param data where they are
   * @param split which split
   * @param indices which images of it, in the order of the examples
   */
  record Selected(PackedDataSet data, Split split, int[] indices) {}

  @Override
  public int size() {
    return images.indices().length;
  }

  @Override
  public List<Integer> shape() {
    return shape;
  }

  @Override
  public int label(int index) {
    return labels[images.data().label(images.split(), images.indices()[index])];
  }

  @Override
  public void copy(int[] indices, int from, int count, FloatPointer target) {
    prepareScratch(count);
    int chunk = rows.length / width;
    long position = target.position();
    for (int done = 0; done < count; done += chunk) {
      int now = Math.min(chunk, count - done);
      for (int r = 0; r < now; r++) {
        int index = images.indices()[indices[from + done + r]];
        images.data().image(images.split(), index, image);
        inputs.fill(image, rows, r * width);
      }
      target.position(position + (long) done * width).put(rows, 0, now * width);
    }
    target.position(position);
  }

  private void prepareScratch(int count) {
    int bytes = images.data().shape().stream().reduce(1, Math::multiplyExact);
    image = image.length == bytes ? image : new byte[bytes];
    int useful = Math.min(count, Math.max(1, CHUNK_FLOATS / width)) * width;
    rows = rows.length >= useful ? rows : new float[useful];
  }
}
