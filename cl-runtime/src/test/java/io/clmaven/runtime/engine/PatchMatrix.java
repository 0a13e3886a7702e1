package io.clmaven.runtime.engine;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** The patches of several images. */
final class PatchMatrix {

  private PatchMatrix() {}

  /**
   * Collects them.
   *
   * @param images [N, C, H, W]
   * @return [N * places, C * kh * kw]
   */
  static INDArray of(INDArray images, Window window) {
    Patches patches =
        new Patches(
            List.of((int) images.size(1), (int) images.size(2), (int) images.size(3)), window);
    INDArray all = Nd4j.create(images.size(0) * patches.rows(), patches.columns());
    for (int i = 0; i < images.size(0); i++) {
      float[] image = images.get(NDArrayIndex.point(i)).dup('c').data().asFloat();
      INDArray rows = Nd4j.createFromArray(patches.of(image).clone());
      all.get(NDArrayIndex.interval((long) i * patches.rows(), (i + 1L) * patches.rows()))
          .assign(rows.reshape(patches.rows(), patches.columns()));
    }
    return all;
  }
}
