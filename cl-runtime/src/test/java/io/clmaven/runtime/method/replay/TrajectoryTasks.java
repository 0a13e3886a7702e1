package io.clmaven.runtime.method.replay;

import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.flat;
import static io.clmaven.runtime.replay.Reference.ints;
import static io.clmaven.runtime.replay.Reference.list;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.benchmark.Scenario;
import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.benchmark.TaskStream;
import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.replay.ListExamples;
import io.clmaven.runtime.replay.ListTasks;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The tasks of an FS-DGPM trajectory in the order in which they are learnt. MLPs have one head for
 * all tasks, networks for images one for each task.
 */
public final class TrajectoryTasks {

  private static final float UNIT = 1 / 8f;

  private final JsonNode file;
  private final List<Integer> shape;
  private final int classes; // of one task
  private final int outputs;

  private TrajectoryTasks(JsonNode file) {
    JsonNode config = field(file, "config");
    this.file = file;
    this.shape = TrajectoryModel.of(file).model().inputShape();
    this.outputs = field(config, "outputs").intValue();
    this.classes =
        scenario(file) == Scenario.TASK ? outputs / field(config, "n_tasks").intValue() : outputs;
  }

  /** Returns what is known about the task. */
  public static Scenario scenario(JsonNode file) {
    boolean images = field(field(file, "config"), "input_size").isArray();
    return images ? Scenario.TASK : Scenario.DOMAIN;
  }

  /** Reads the tasks of a file; a task's index is its position in the order. */
  public static TaskStream of(JsonNode file) {
    TrajectoryTasks reader = new TrajectoryTasks(file);
    List<JsonNode> order = list(field(file, "expected"));
    return new ListTasks(
        IntStream.range(0, order.size())
            .mapToObj(i -> reader.task(i, field(order.get(i), "task").intValue()))
            .toList(),
        reader.outputs);
  }

  private Task task(int position, int id) {
    JsonNode task =
        list(field(file, "tasks")).stream()
            .filter(t -> field(t, "task").intValue() == id)
            .findFirst()
            .orElseThrow();
    int from = classes == outputs ? 0 : id * classes;
    return new Task(
        position,
        Integer.toString(id),
        new OutputRange(from, from + classes),
        examples(task, "train", from),
        examples(task, "valid", from),
        examples(task, "test", from));
  }

  private ListExamples examples(JsonNode task, String part, int from) {
    String eighths = "x_%s_int_div8".formatted(part);
    float[][] inputs =
        task.has(eighths)
            ? list(task.get(eighths)).stream().map(x -> scaled(flat(x))).toArray(float[][]::new)
            : list(field(task, "x_" + part)).stream().map(x -> flat(x)).toArray(float[][]::new);
    int[] labels = IntStream.of(ints(field(task, "y_" + part))).map(y -> y - from).toArray();
    return new ListExamples(shape, inputs, labels);
  }

  private static float[] scaled(float[] eighths) {
    for (int i = 0; i < eighths.length; i++) {
      eighths[i] *= UNIT;
    }
    return eighths;
  }
}
