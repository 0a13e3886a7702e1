package io.clmaven.runtime.method.subspace;

import io.clmaven.runtime.engine.Patches;
import io.clmaven.runtime.engine.Window;
import java.nio.DoubleBuffer;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** What a convolution sees of images [N, C, H, W]: one vector per place of its kernel. */
final class PatchVectors implements InputVectors {

  private final INDArray images;
  private final int samples;
  private final Patches patches;

  PatchVectors(INDArray images, int samples, Window window) {
    this.images = images;
    this.samples = (int) Math.min(samples, images.size(0));
    this.patches =
        new Patches(
            List.of((int) images.size(1), (int) images.size(2), (int) images.size(3)), window);
  }

  @Override
  public int dimension() {
    return patches.columns();
  }

  @Override
  public int samples() {
    return samples;
  }

  @Override
  public int perSample() {
    return patches.rows();
  }

  /** The order in a vector is channel, kernel row, kernel column. */
  @Override
  public void append(int sample, DoubleBuffer target) {
    INDArray image = images.get(NDArrayIndex.point(sample)).dup('c'); // [C, H, W]
    for (float value : patches.of(image.data().asFloat())) {
      target.put(value);
    }
  }
}
