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

  private static final Tolerance TOLERANCE = new Tolerance(2e-5, 1e-4);
  private static final double ACCURACY = 1e-6;

  private final JsonNode file;
  private final JsonNode config;
  private final Trajectory trajectory;

  private CourseReplay(JsonNode file) {
    this.file = file;
    this.config = field(file, "config");
    this.trajectory = new Trajectory(file);
  }

  /** Kind {@code fsdgpm-trajectory}: one case. */
  public static Stream<DynamicTest> tasks(JsonNode file) {
    return Stream.of(DynamicTest.dynamicTest("onednn", () -> new CourseReplay(file).run()));
  }

  private void run() {
    try (Course course = new Course(trajectory)) {
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
    assertFloat(what + "eta1", course.method().eta1(), field(first, "eta1").doubleValue());
    assertFloat(what + "rate", course.learningRate(), field(first, "lr").doubleValue());
    Batch batch = trajectory.batch(task, "train", ints(field(first, "batch_rows")));
    List<Course.Update> updates = course.step(batch, epoch(first));
    assertThat(updates).hasSameSizeAs(glances);
    for (int i = 0; i < updates.size(); i++) {
      update(what + "glance %d, ".formatted(i), updates.get(i), glances.get(i));
    }
  }

  private void update(String what, Course.Update update, JsonNode facts) {
    NamedNetwork network = trajectory.network();
    double[] losses = doubles(field(facts, "meta_losses"));
    for (int j = 0; j < update.chunks(); j++) {
      assertFloat(what + "loss %d".formatted(j), update.losses().get(2 * j + 1), losses[j]);
    }
    if (facts.has("fast_weights_after_inner_step")) {
      List<JsonNode> ahead = list(facts.get("fast_weights_after_inner_step"));
      assertThat(ahead).hasSize(update.chunks());
      for (int j = 0; j < ahead.size(); j++) {
        float[] weights = update.weights().get(2 * j + 1);
        network.compare(what + "perturbation %d, ".formatted(j), TOLERANCE, weights, ahead.get(j));
      }
    }
    if (facts.has("lambda_after")) {
      Lambdas.compare(what + "lambda", TOLERANCE, update.lambda(), facts.get("lambda_after"));
    }
    if (facts.has("bn_running_after")) {
      network.compareStatistics(
          what, TOLERANCE, update.statistics(), facts.get("bn_running_after"));
    }
    network.compare(what, TOLERANCE, update.parameters(), field(facts, "params_after"));
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
    double loss = course.loss(batch);
    assertFloat(what + "loss", loss, field(evaluation, "loss").doubleValue());
    double accuracy = field(evaluation, "accuracy").doubleValue();
    assertWithin(what + "accuracy", course.accuracy(batch), accuracy, ACCURACY);
    course.endEpoch(loss);
  }

  private void end(Course course, Task task, JsonNode facts) {
    String what = "end of task %d, ".formatted(task.index());
    NamedNetwork network = trajectory.network();
    network.compare(what, TOLERANCE, course.parameters(), field(facts, "params_at_task_end"));
    if (facts.has("bn_running_at_task_end")) {
      network.compareStatistics(
          what, TOLERANCE, course.statistics(), facts.get("bn_running_at_task_end"));
    }
    for (JsonNode evaluation : facts.path("evaluations")) {
      if (field(evaluation, "split").textValue().equals("test")) {
        Batch batch =
            trajectory.all(trajectory.withId(field(evaluation, "task").intValue()), "test");
        assertFloat(
            what + "test loss", course.loss(batch), field(evaluation, "loss").doubleValue());
        double accuracy = field(evaluation, "accuracy").doubleValue();
        assertWithin(what + "test accuracy", course.accuracy(batch), accuracy, ACCURACY);
      }
    }
    course.compareMemory(what, field(facts, "basis"));
    course.compareBuffer(what, field(facts, "buffer_after_task_task_row"));
  }

  /** Compares a row of the matrix; what a protocol does not measure is 0 there. */
  private void accuracies(Course course, int position) {
    double[] row = doubles(field(file, "accuracy_matrix").get(position));
    boolean all = !field(file, "expected").get(position).has("evaluations");
    int known = all ? row.length : position + 1;
    for (int j = 0; j < known; j++) {
      double accuracy = course.accuracy(trajectory.all(trajectory.tasks().get(j), "test"));
      assertWithin("accuracy on task " + j, accuracy, row[j], ACCURACY);
    }
  }
}
