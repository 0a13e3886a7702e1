package io.clmaven.runtime.method.subspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clmaven.runtime.engine.Window;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class PatchVectorsTest {

  /** Two images of one channel, 2 x 2. */
  private static final INDArray IMAGES =
      Nd4j.createFromArray(new float[] {1, 2, 3, 4, 5, 6, 7, 8}).reshape('c', 2, 1, 2, 2);

  @Test
  void hasOneVectorPerSampleAndPlace() {
    INDArray r = Columns.of(new PatchVectors(IMAGES, 2, Window.square(1, 1, 0)));
    assertThat(r.shape()).containsExactly(1, 8);
    assertThat(r.dup('c').data().asDouble()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
  }

  @Test
  void usesTheFirstSamplesOnly() {
    INDArray r = Columns.of(new PatchVectors(IMAGES, 1, Window.square(2, 1, 0)));
    assertThat(r.transpose().dup('c').data().asDouble()).containsExactly(1, 2, 3, 4);
  }

  @Test
  void usesAllSamplesWhereThereAreFewer() {
    assertThat(new PatchVectors(IMAGES, 3, Window.square(2, 1, 0)).samples()).isEqualTo(2);
  }

  /** More values than one chunk: 1,100 images of 32 x 32 places. */
  @Test
  void addsUpTheGramMatrixOverSeveralChunks() {
    INDArray images = Nd4j.ones(1_100, 1, 32, 32).muli(0.5);
    RepresentationMatrix r =
        RepresentationMatrix.of(new PatchVectors(images, 1_100, Window.square(1, 1, 0)));
    assertThat(r.energy()).isCloseTo(1_100 * 1_024 * 0.25, within(1e-6));
  }
}
