package io.clmaven.runtime.method.fsdgpm;

import static io.clmaven.runtime.replay.Reference.assertFloat;
import static io.clmaven.runtime.replay.Reference.assertWithin;
import static io.clmaven.runtime.replay.Reference.doubles;
import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.ints;
import static io.clmaven.runtime.replay.Reference.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.replay.Tolerance;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** A whole training of a small network over several tasks, every update compared. */
public final class CourseReplay {

  static final Tolerance TOLERANCE = new Tolerance(2e-5, 1e-4);
  private static final double ACCURACY = 1e-6;

  private final JsonNode file;
  private final JsonNode config;
  private final Trajectory trajectory;

  private CourseReplay(JsonNode file) {
    this.file = file;
    this.config = field(file, "config");
    this.trajectory = new Trajectory(file);
  }

  /** Kinds {@code fsdgpm-trajectory} and {@code er-trajectory}: one case per engine. */
  public static Stream<DynamicTest> engines(JsonNode file) {
    CourseReplay replay = new CourseReplay(file);
    return Settings.of(replay.config)
        .engines()
        .map(engine -> DynamicTest.dynamicTest(engine, () -> replay.run(engine)));
  }

  private void run(String engine) {
    try (Course course = new Course(trajectory, engine)) {
      List<JsonNode> expected = list(field(file, "expected"));
      assertThat(expected).hasSize(trajectory.tasks().size()).isNotEmpty();
      for (int position = 0; position < expected.size(); position++) {
        JsonNode facts = expected.get(position);
        assertThat(field(facts, "task").intValue()).isEqualTo(trajectory.taskId(position));
        task(course, trajectory.tasks().get(position), facts);
        accuracies(course, position);
      }
    }
  }

  private void task(Course course, Task task, JsonNode facts) {
    course.record(facts);
    course.enter(task);
    List<JsonNode> updates = list(field(facts, "steps"));
    int glances = field(config, "glances").intValue();
    for (int from = 0; from < updates.size(); from += glances) {
      batch(course, task, updates.subList(from, from + glances));
      boolean last = from + glances == updates.size();
      int epoch = epoch(updates.get(from));
      if (last || epoch(updates.get(from + glances)) > epoch) {
        validation(course, task, facts, epoch);
      }
    }
    course.leave();
    end(course, task, facts);
  }

  private static int epoch(JsonNode update) {
    return field(update, "epoch").intValue();
  }

  /** Does one step: all glances at a batch. */
  private void batch(Course course, Task task, List<JsonNode> glances) {
    JsonNode first = glances.get(0);
    String what = "task %d, batch %s, ".formatted(task.index(), field(first, "batch_rows"));
    course
        .family()
        .ifPresent(m -> assertFloat(what + "eta1", m.eta1(), field(first, "eta1").doubleValue()));
    assertFloat(what + "rate", course.learningRate(), field(first, "lr").doubleValue());
    Batch batch = trajectory.batch(task, "train", ints(field(first, "batch_rows")));
    List<Course.Update> updates = course.step(batch, epoch(first));
    assertThat(updates).hasSameSizeAs(glances);
    double sum = 0;
    for (int i = 0; i < updates.size(); i++) {
      JsonNode glance = glances.get(i);
      GlanceReplay replay = new GlanceReplay(trajectory, glance, what + "glance %d, ".formatted(i));
      replay.passes(updates.get(i));
      replay.update(updates.get(i));
      sum += replay.loss();
    }
    assertFloat(what + "mean loss", course.loss(), sum / updates.size());
  }

  private void validation(Course course, Task task, JsonNode facts, int epoch) {
    if (!config.path("earlystop").booleanValue()) {
      return;
    }
    JsonNode evaluation =
        list(field(facts, "evaluations")).stream()
            .filter(e -> e.path("epoch").asInt(-1) == epoch)
            .findFirst()
            .orElseThrow();
    assertThat(field(evaluation, "split").textValue()).isEqualTo("valid");
    Batch batch = trajectory.all(task, "valid");
    String what = "task %d, epoch %d, validation ".formatted(task.index(), epoch);
    double loss = course.measure().loss(batch);
    assertFloat(what + "loss", loss, field(evaluation, "loss").doubleValue());
    double accuracy = field(evaluation, "accuracy").doubleValue();
    assertWithin(what + "accuracy", course.measure().accuracy(batch), accuracy, ACCURACY);
    course.endEpoch(loss);
  }

  private void end(Course course, Task task, JsonNode facts) {
    String what = "end of task %d, ".formatted(task.index());
    NamedNetwork network = trajectory.network();
    restarts(what, course, list(field(facts, "events")));
    if (facts.has("params_at_task_end")) {
      network.compare(what, TOLERANCE, course.parameters(), facts.get("params_at_task_end"));
    }
    if (facts.has("bn_running_at_task_end")) {
      network.compareStatistics(
          what, TOLERANCE, course.statistics(), facts.get("bn_running_at_task_end"));
    }
    for (JsonNode evaluation : facts.path("evaluations")) {
      if (field(evaluation, "split").textValue().equals("test")) {
        Batch batch =
            trajectory.all(trajectory.withId(field(evaluation, "task").intValue()), "test");
        assertFloat(
            what + "test loss",
            course.measure().loss(batch),
            field(evaluation, "loss").doubleValue());
        double accuracy = field(evaluation, "accuracy").doubleValue();
        assertWithin(what + "test accuracy", course.measure().accuracy(batch), accuracy, ACCURACY);
      }
    }
    course.family().ifPresent(m -> memory(new MemoryReplay(trajectory, m, what), course, facts));
  }

  private static void memory(MemoryReplay memory, Course course, JsonNode facts) {
    memory.bases(course.task(), field(facts, "basis"));
    memory.singularValues(course.measure().network(), field(facts, "basis"));
    memory.buffer(field(facts, "buffer_after_task_task_row"));
  }

  private static void restarts(String what, Course course, List<JsonNode> events) {
    assertThat(events).extracting(e -> field(e, "event").textValue()).containsOnly("new optimizer");
    assertThat(course.restarts())
        .as(what + "optimizers")
        .extracting(Course.Restart::update)
        .isEqualTo(events.stream().map(e -> field(e, "at_step").intValue()).toList());
    for (int i = 0; i < events.size(); i++) {
      double rate = field(events.get(i), "lr").doubleValue();
      assertFloat(what + "rate", course.restarts().get(i).rate(), rate);
    }
  }

  /** Compares a row of the matrix; what a protocol does not measure is 0 there. */
  private void accuracies(Course course, int position) {
    double[] row = doubles(field(file, "accuracy_matrix").get(position));
    boolean all = !field(file, "expected").get(position).has("evaluations");
    int known = all ? row.length : position + 1;
    for (int j = 0; j < known; j++) {
      double accuracy =
          course.measure().accuracy(trajectory.all(trajectory.tasks().get(j), "test"));
      assertWithin("accuracy on task " + j, accuracy, row[j], ACCURACY);
    }
  }
}
