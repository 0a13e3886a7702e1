package io.clmaven.runtime.method.subspace;

import static io.clmaven.runtime.replay.Reference.assertFloat;
import static io.clmaven.runtime.replay.Reference.doubles;
import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.flat;
import static io.clmaven.runtime.replay.Reference.ints;
import static io.clmaven.runtime.replay.Reference.list;
import static io.clmaven.runtime.replay.Reference.matrix;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.engine.Initialization;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.Window;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Representation matrices of given layer inputs: some columns exactly, and R R^T. */
public final class RepresentationReplay {

  private static final float UNIT = 1 / 8f;

  private RepresentationReplay() {}

  /** Kind {@code gpm-representation-matrix}: one case per layer. */
  public static Stream<DynamicTest> layers(JsonNode file) {
    List<JsonNode> inputs = list(field(file, "inputs"));
    List<JsonNode> expected = list(field(file, "expected"));
    assertThat(inputs).hasSameSizeAs(expected);
    return IntStream.range(0, inputs.size())
        .mapToObj(
            i ->
                DynamicTest.dynamicTest(
                    field(inputs.get(i), "layer").textValue(),
                    () -> layer(inputs.get(i), expected.get(i))));
  }

  private static void layer(JsonNode input, JsonNode expected) {
    int samples = field(input, "samples_used").intValue();
    InputVectors vectors = Representation.of(layer(input)).vectors(inputs(input), samples);
    INDArray r = Columns.of(vectors);
    assertThat(r.shape()).containsExactly(longs(field(expected, "shape")));
    for (Map.Entry<String, JsonNode> column : field(expected, "columns").properties()) {
      assertThat(r.getColumn(Long.parseLong(column.getKey())).toDoubleVector())
          .as("column %s", column.getKey())
          .containsExactly(doubles(column.getValue()));
    }
    double[][] gram = RepresentationMatrix.gram(vectors).toDoubleMatrix();
    double[][] values = matrix(field(expected, "gram"));
    assertThat(gram).hasDimensions(values.length, values.length);
    for (int i = 0; i < values.length; i++) {
      for (int j = 0; j < values.length; j++) {
        assertFloat("R R^T at %d, %d".formatted(i, j), gram[i][j], values[i][j]);
      }
    }
  }

  private static long[] longs(JsonNode array) {
    return Arrays.stream(ints(array)).asLongStream().toArray();
  }

  private static Layer layer(JsonNode input) {
    JsonNode kernel = field(input, "kernel");
    if (kernel.isNull()) {
      return new Layer.Linear(1, false, Initialization.PYTORCH);
    }
    int stride = field(input, "stride").intValue();
    int padding = field(input, "padding").intValue();
    Window window = Window.square(kernel.intValue(), stride, padding);
    return new Layer.Convolution(1, window, Initialization.PYTORCH, Initialization.ABSENT);
  }

  private static INDArray inputs(JsonNode input) {
    float[] eighths = flat(field(input, "activation_int_div8"));
    return Nd4j.createFromArray(eighths).muli(UNIT).reshape('c', longs(field(input, "shape")));
  }
}
