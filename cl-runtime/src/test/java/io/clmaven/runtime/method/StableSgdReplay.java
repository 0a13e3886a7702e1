package io.clmaven.runtime.method;

import static io.clmaven.runtime.replay.Reference.assertWithin;
import static io.clmaven.runtime.replay.Reference.doubles;
import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.benchmark.Scenario;
import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.engine.onednn.OnednnEngine;
import io.clmaven.runtime.random.RandomStreams;
import io.clmaven.runtime.replay.ListExamples;
import io.clmaven.runtime.replay.ListTasks;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The learning rate of each task. */
public final class StableSgdReplay {

  private static final double RELATIVE = 1e-9;
  private static final double MINIMUM = 5e-5;

  private StableSgdReplay() {}

  /** Kind {@code lr_schedule}: one case per row. */
  public static Stream<DynamicTest> rows(JsonNode file) {
    return list(field(file, "rows")).stream()
        .map(row -> DynamicTest.dynamicTest(field(row, "name").textValue(), () -> run(row)));
  }

  private static void run(JsonNode row) {
    double rate = field(row, "lr").doubleValue();
    double[] expected = doubles(field(row, "lr_per_task"));
    assertThat(expected).hasSize(field(row, "tasks").intValue());
    try (Network network = Models.compile(new OnednnEngine(), Models.mlp(2, true, 2, 2), 1)) {
      StableSgd method = new StableSgd();
      method.begin(
          new MethodContext(
              new StableSgd.Parameters(field(row, "gamma").doubleValue(), MINIMUM),
              network,
              new ListTasks(List.of(task(0)), 2),
              Scenario.TASK,
              1,
              new RandomStreams(1)));
      for (int i = 0; i < expected.length; i++) {
        assertWithin(
            "rate of task " + i,
            method.learningRate(task(i), rate),
            expected[i],
            RELATIVE * expected[i]);
      }
    }
  }

  private static Task task(int index) {
    ListExamples none = new ListExamples(List.of(2), new float[0][], new int[0]);
    return new Task(index, "task " + index, new OutputRange(0, 2), none, none, none);
  }
}
