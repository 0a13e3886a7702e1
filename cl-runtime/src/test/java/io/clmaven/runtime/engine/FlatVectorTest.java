package io.clmaven.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class FlatVectorTest {

  private final INDArray array = Nd4j.createFromArray(1f, 2f, 3f);
  private final FlatVector vector = new FlatVector(array);

  @Test
  void bringsOffHeapValuesToTheHeapWhenAskedFor() {
    assertThat(vector.pull()).containsExactly(1, 2, 3);
    vector.array().putScalar(1, 5);
    assertThat(vector.values()).containsExactly(1, 5, 3);
  }

  @Test
  void bringsChangesOnTheHeapToTheKernels() {
    vector.values()[0] = 7;
    vector.push();
    assertThat(array.toFloatVector()).containsExactly(7, 2, 3);
  }

  @Test
  void keepsWhatAKernelWroteOverOlderChangesOnTheHeap() {
    vector.values()[0] = 7;
    array.assign(4);
    vector.written();
    vector.push();
    assertThat(vector.pull()).containsExactly(4, 4, 4);
  }

  @Test
  void addsTheNewestValuesOfBoth() {
    FlatVector other = new FlatVector(Nd4j.createFromArray(1f, 1f, 1f));
    vector.values()[0] = 7;
    other.values()[2] = 3;
    vector.add(-0.5f, other);
    assertThat(vector.pull()).containsExactly(6.5f, 1.5f, 1.5f);
    assertThat(other.pull()).containsExactly(1, 1, 3);
  }

  @Test
  void addsTheSameBitsWhereverTheValuesAre() {
    FlatVector offHeap = new FlatVector(Nd4j.linspace(0, 1, 1001).castTo(array.dataType()));
    FlatVector heap = new FlatVector(offHeap.array().dup());
    FlatVector step = new FlatVector(Nd4j.linspace(3, 7, 1001).castTo(array.dataType()));
    offHeap.add(0.1f, step);
    heap.values();
    step.values();
    heap.add(0.1f, step);
    assertThat(heap.pull()).containsExactly(offHeap.pull());
  }
}
