package io.clmaven.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.bytedeco.javacpp.FloatPointer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Both ways, on the CPU: the way of a device goes through ND4J, which has a CPU backend too. */
class OffHeapValuesTest {

  private static final INDArray ARRAY = Nd4j.createFromArray(0f, 0f, 0f);
  private static final INDArray OTHER = Nd4j.createFromArray(2f, -1f, 0.5f);

  static Stream<Arguments> ways() {
    return Stream.of(
        Arguments.of(host(ARRAY), host(OTHER)),
        Arguments.of(new OffHeapValues.OnDevice(ARRAY), new OffHeapValues.OnDevice(OTHER)));
  }

  private static OffHeapValues host(INDArray array) {
    return new OffHeapValues.OnHost(new FloatPointer(array.data().addressPointer()), 3);
  }

  @ParameterizedTest
  @MethodSource("ways")
  void readsWhatNd4jWrote(OffHeapValues values) {
    ARRAY.assign(Nd4j.createFromArray(1f, 2f, 3f));
    float[] target = new float[3];
    values.get(target);
    assertThat(target).containsExactly(1, 2, 3);
  }

  @ParameterizedTest
  @MethodSource("ways")
  void writesWhatNd4jReads(OffHeapValues values) {
    ARRAY.assign(0);
    values.put(new float[] {4, 5, 6});
    assertThat(ARRAY.add(1)).isEqualTo(Nd4j.createFromArray(5f, 6f, 7f));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void scalesAndCopies(OffHeapValues values, OffHeapValues other) {
    values.copyFrom(other);
    values.scale(-2);
    assertThat(ARRAY).isEqualTo(Nd4j.createFromArray(-4f, 2f, -1f));
    assertThat(OTHER).isEqualTo(Nd4j.createFromArray(2f, -1f, 0.5f));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void measures(OffHeapValues values, OffHeapValues other) {
    values.put(new float[] {2, -4, 4});
    assertThat(values.dot(other)).isEqualTo(10); // 4 + 4 + 2
    assertThat(values.norm()).isEqualTo(6); // 4 + 16 + 16
    assertThat(values.maximumMagnitude()).isEqualTo(4);
  }
}
