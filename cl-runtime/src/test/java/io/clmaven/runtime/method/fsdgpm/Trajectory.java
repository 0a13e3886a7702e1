package io.clmaven.runtime.method.fsdgpm;

import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.flat;
import static io.clmaven.runtime.replay.Reference.ints;
import static io.clmaven.runtime.replay.Reference.list;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.benchmark.Scenario;
import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.OutputRange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.nd4j.linalg.factory.Nd4j;

/** The tasks of a trajectory, in the order in which they are learnt. */
final class Trajectory {

  private static final float UNIT = 1 / 8f;

  private final JsonNode file;
  private final NamedNetwork network;
  private final int[] ids; // by position
  private final boolean heads; // one per task
  private final List<Task> tasks = new ArrayList<>();

  Trajectory(JsonNode file) {
    this.file = file;
    this.network = NamedNetwork.of(config(), field(file, "initial_params"));
    this.ids =
        list(field(file, "expected")).stream()
            .mapToInt(task -> field(task, "task").intValue())
            .toArray();
    this.heads = IntStream.of(ids).allMatch(this::hasOwnOutputs);
    for (int position = 0; position < ids.length; position++) {
      tasks.add(task(position));
    }
  }

  private boolean hasOwnOutputs(int id) {
    OutputRange own = head(id);
    return IntStream.of(ints(field(given(id), "y_train")))
        .allMatch(y -> own.from() <= y && y < own.to());
  }

  private OutputRange head(int id) {
    int classes = network.model().outputs() / field(file, "tasks").size();
    return new OutputRange(id * classes, (id + 1) * classes);
  }

  private JsonNode given(int id) {
    return list(field(file, "tasks")).stream()
        .filter(t -> field(t, "task").intValue() == id)
        .findFirst()
        .orElseThrow();
  }

  private Task task(int position) {
    OutputRange outputs =
        heads ? head(ids[position]) : new OutputRange(0, network.model().outputs());
    NoExamples none = NoExamples.AT_ALL;
    return new Task(position, "task " + ids[position], outputs, none, none, none);
  }

  JsonNode config() {
    return field(file, "config");
  }

  JsonNode initialParameters() {
    return field(file, "initial_params");
  }

  NamedNetwork network() {
    return network;
  }

  Scenario scenario() {
    return heads ? Scenario.TASK : Scenario.DOMAIN;
  }

  List<Task> tasks() {
    return tasks;
  }

  int taskId(int position) {
    return ids[position];
  }

  /** Returns the task of a number in the file. */
  Task withId(int id) {
    return IntStream.range(0, ids.length)
        .filter(position -> ids[position] == id)
        .mapToObj(tasks::get)
        .findFirst()
        .orElseThrow();
  }

  /** Returns a row of the training set of the task of a number, as the network sees it. */
  float[] row(int id, int row) {
    return input(given(id), "train", row);
  }

  /** Returns the label of a row of the training set of the task of a number. */
  int label(int id, int row) {
    return ints(field(given(id), "y_train"))[row];
  }

  /** Returns all examples of a part of a task. */
  Batch all(Task task, String part) {
    int size = field(given(ids[task.index()]), "y_" + part).size();
    return batch(task, part, IntStream.range(0, size).toArray());
  }

  /** Returns rows of a part of a task. */
  Batch batch(Task task, String part, int[] rows) {
    JsonNode given = given(ids[task.index()]);
    float[][] inputs =
        IntStream.of(rows).mapToObj(r -> input(given, part, r)).toArray(float[][]::new);
    int[] labels = ints(field(given, "y_" + part));
    int[] local = IntStream.of(rows).map(r -> labels[r] - task.outputs().from()).toArray();
    LongStream sample = network.model().inputShape().stream().mapToLong(Integer::longValue);
    long[] shape = LongStream.concat(LongStream.of(rows.length), sample).toArray();
    return new Batch(
        Nd4j.createFromArray(inputs).reshape('c', shape).dup('c'), local, task.outputs());
  }

  private static float[] input(JsonNode given, String part, int row) {
    if (given.has("x_" + part)) {
      return flat(given.get("x_" + part).get(row));
    }
    float[] values = flat(field(given, "x_%s_int_div8".formatted(part)).get(row));
    for (int i = 0; i < values.length; i++) {
      values[i] *= UNIT;
    }
    return values;
  }
}
