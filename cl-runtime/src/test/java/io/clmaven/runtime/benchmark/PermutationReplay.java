package io.clmaven.runtime.benchmark;

import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.ints;
import static io.clmaven.runtime.replay.Reference.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The permutations of Permuted MNIST. */
public final class PermutationReplay {

  private PermutationReplay() {}

  /** Kind {@code gpm-data-permutations}: one case for the ids, one per task. */
  public static Stream<DynamicTest> tasks(JsonNode file) {
    List<JsonNode> tasks = list(field(file, "tasks"));
    int[] order = ints(field(file, "seeds_order"));
    assertThat(tasks).isNotEmpty();
    PixelPermutations made = new PixelPermutations(order.length, field(file, "seed").intValue());
    DynamicTest ids =
        DynamicTest.dynamicTest(
            "ids",
            () -> {
              for (int i = 0; i < order.length; i++) {
                assertThat(made.id(i)).as("id of task %d", i).isEqualTo(order[i]);
              }
            });
    return Stream.concat(Stream.of(ids), tasks.stream().map(task -> test(made, task)));
  }

  private static DynamicTest test(PixelPermutations made, JsonNode expected) {
    int task = field(expected, "task").intValue();
    int[] permutation = ints(field(expected, "permutation"));
    return DynamicTest.dynamicTest(
        "task " + task,
        () -> {
          assertThat(made.id(task)).isEqualTo(field(expected, "file_id").intValue());
          assertThat(made.seed(task)).isEqualTo(field(expected, "random_state").intValue());
          assertThat(made.permutation(task, permutation.length)).containsExactly(permutation);
        });
  }
}
