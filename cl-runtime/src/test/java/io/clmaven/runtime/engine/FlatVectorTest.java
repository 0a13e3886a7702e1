package io.clmaven.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.bytedeco.javacpp.FloatPointer;
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
    vector.overwrite();
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

  @Test
  void computesWhatWasLeftForLaterWhenSomebodyLooks() {
    vector.overwrite();
    vector.defer(new Ones(1, 3));
    assertThat(vector.pull()).containsExactly(1, 1, 1);
  }

  @Test
  void addsWhatWasLeftForLaterWithoutWritingItDown() {
    FlatVector sum = new FlatVector(Nd4j.createFromArray(10f, 20f, 30f));
    vector.overwrite();
    vector.defer(new Ones(2, 3));
    vector.defer(new Ones(0, 1));
    sum.add(2, vector);
    assertThat(sum.pull()).containsExactly(12, 24, 32);
    assertThat(array.toFloatVector()).containsExactly(1, 2, 3);
  }

  @Test
  void forgetsWhatWasLeftForLaterWhenOverwritten() {
    vector.overwrite();
    vector.defer(new Ones(0, 3));
    vector.overwrite();
    assertThat(vector.pull()).containsExactly(1, 2, 3);
  }

  /** A product that is one everywhere. */
  private final class Ones implements PendingProduct {

    private final int from;
    private final int to;

    Ones(int from, int to) {
      this.from = from;
      this.to = to;
    }

    @Override
    public int from() {
      return from;
    }

    @Override
    public int to() {
      return to;
    }

    @Override
    public void settle() {
      for (int i = from; i < to; i++) {
        array.putScalar(i, 1);
      }
    }

    @Override
    public void keep() {}

    @Override
    public void addTo(float factor, FloatPointer target) {
      for (int i = 0; i < to - from; i++) {
        target.put(i, target.get(i) + factor);
      }
    }
  }

  @Test
  void copiesTheNewestValues() {
    FlatVector other = new FlatVector(Nd4j.createFromArray(4f, 5f, 6f));
    other.values()[1] = 9;
    vector.values()[0] = 7;
    vector.copyFrom(other);
    assertThat(vector.pull()).containsExactly(4, 9, 6);
    assertThat(other.pull()).containsExactly(4, 9, 6);
  }

  @Test
  void scalesTheNewestValues() {
    vector.values()[0] = 7;
    vector.scale(-0.5f);
    assertThat(vector.pull()).containsExactly(-3.5f, -1, -1.5f);
  }

  @Test
  void vectorsOfTwoLengthsDoNotFit() {
    FlatVector other = new FlatVector(Nd4j.createFromArray(4f, 5f));
    String message = "vectors of 3 and 2 elements do not fit";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> vector.copyFrom(other))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> vector.add(1, other))
        .withMessage(message);
  }

  @Test
  void theNormOfManyElementsIsThatOfDoublePrecision() {
    float[] values = new float[1_000_003];
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.sin(i) / 300;
      squares += (double) values[i] * values[i];
    }
    double norm = new FlatVector(Nd4j.createFromArray(values)).norm();
    assertThat(norm).isCloseTo(Math.sqrt(squares), within(1e-9));
  }

  @Test
  void theMaximumMagnitudeHasNoSign() {
    assertThat(new FlatVector(Nd4j.createFromArray(1f, -3f, 2f)).maximumMagnitude()).isEqualTo(3);
  }
}
