package io.clmaven.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.bytedeco.javacpp.FloatPointer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Both ways, on the CPU: the way of a device goes through ND4J, which has a CPU backend too. */
class OffHeapValuesTest {

  private static final INDArray ARRAY = Nd4j.createFromArray(0f, 0f, 0f);

  static Stream<OffHeapValues> ways() {
    return Stream.of(
        new OffHeapValues.OnHost(new FloatPointer(ARRAY.data().addressPointer())),
        new OffHeapValues.OnDevice(ARRAY));
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
}
