package io.clmaven.runtime.engine;

import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.flat;
import static io.clmaven.runtime.replay.Reference.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Patch matrices of integer images, exactly. */
public final class PatchReplay {

  private PatchReplay() {}

  /** Kind {@code fsdgpm-im2col}: one case per window. */
  public static Stream<DynamicTest> windows(JsonNode file) {
    List<JsonNode> cases = list(field(file, "cases"));
    return IntStream.range(0, cases.size())
        .mapToObj(i -> DynamicTest.dynamicTest("window " + i, () -> window(cases.get(i))));
  }

  private static void window(JsonNode example) {
    Window window =
        Window.square(
            field(example, "kernel").intValue(),
            field(example, "stride").intValue(),
            field(example, "padding").intValue());
    JsonNode input = field(example, "input_int_div8");
    JsonNode sample = input.get(0);
    INDArray images =
        Nd4j.createFromArray(flat(input))
            .reshape(
                'c',
                input.size(),
                sample.size(),
                sample.get(0).size(),
                sample.get(0).get(0).size());
    INDArray patches = PatchMatrix.of(images, window);
    assertThat(patches.rows()).isEqualTo(field(example, "rows").intValue());
    assertThat(patches.columns()).isEqualTo(field(example, "cols").intValue());
    assertThat(patches.data().asFloat()).containsExactly(flat(field(example, "matrix_int_div8")));
  }
}
