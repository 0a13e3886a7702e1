package io.clmaven.runtime.method.replay;

import static io.clmaven.runtime.replay.Reference.assertFloat;
import static io.clmaven.runtime.replay.Reference.assertWithin;
import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.ints;
import static io.clmaven.runtime.replay.Reference.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.benchmark.TaskStream;
import io.clmaven.runtime.data.Examples;
import io.clmaven.runtime.replay.NetworkMeasure;
import java.util.List;
import java.util.stream.StreamSupport;

/** One task of a trajectory: its updates, its evaluations, the rate and the best parameters. */
final class RecordedTask {

  private static final double ACCURACY = 1e-6;

  private final JsonNode config;
  private final JsonNode expected;
  private final TrajectoryModel model;
  private final Expectation expectation;
  private final String name;
  private float[] bestParameters = {};
  private float[] bestStatistics = {};
  private double bestLoss = Double.POSITIVE_INFINITY;

  RecordedTask(JsonNode file, JsonNode expected, TrajectoryModel model, Expectation expectation) {
    this.config = field(file, "config");
    this.expected = expected;
    this.model = model;
    this.expectation = expectation;
    this.name = "task %d, ".formatted(field(expected, "position").intValue());
  }

  void replay(TrajectoryLearner learner, TaskStream tasks) {
    List<JsonNode> glances = list(field(expected, "steps"));
    assertThat(glances).isNotEmpty();
    int perStep = field(config, "glances").intValue();
    for (int i = 0; i < glances.size(); i += perStep) {
      decay(learner, i);
      step(learner, glances.subList(i, i + perStep), i);
      int epoch = field(glances.get(i), "epoch").intValue();
      int next = i + perStep;
      if (next == glances.size() || field(glances.get(next), "epoch").intValue() > epoch) {
        validate(learner, epoch);
      }
    }
    restore(learner);
    if (expected.has("params_at_task_end")) {
      model.compare(name + "end, ", learner.parameters(), expected.get("params_at_task_end"));
    }
    test(learner, tasks);
  }

  private void decay(TrajectoryLearner learner, int step) {
    for (JsonNode event : list(field(expected, "events"))) {
      if (step > 0 && field(event, "at_step").intValue() == step) {
        learner.decay(field(event, "lr").doubleValue());
      }
    }
  }

  private void step(TrajectoryLearner learner, List<JsonNode> glances, int first) {
    JsonNode step = glances.get(0);
    learner.step(
        field(step, "epoch").intValue(),
        ints(field(step, "batch_rows")),
        glance ->
            compare("%supdate %d, ".formatted(name, first + glance), learner, glances.get(glance)));
    assertThat(learner.updates()).isEqualTo(glances.size());
    double loss = glances.stream().mapToDouble(expectation::loss).average().orElseThrow();
    assertFloat("%sloss of step %d".formatted(name, first), learner.loss(), loss);
  }

  private void compare(String what, TrajectoryLearner learner, JsonNode glance) {
    if (glance.has("gradient_after_projection")) {
      JsonNode gradient = glance.get("gradient_after_projection");
      model.compare(what + "gradient of ", learner.usedGradient(), gradient);
    }
    model.compare(what, learner.network().parameters().pull(), field(glance, "params_after"));
    if (glance.has("bn_running_after")) {
      float[] statistics = learner.network().statistics().values();
      model.compareStatistics(what, statistics, glance.get("bn_running_after"));
    }
    expectation.update(what, glance);
  }

  private void validate(TrajectoryLearner learner, int epoch) {
    for (JsonNode evaluation : evaluations("valid")) {
      if (field(evaluation, "epoch").intValue() == epoch) {
        compare(learner, evaluation, learner.task(), learner.task().validation());
        keepBest(learner, field(evaluation, "loss").doubleValue());
      }
    }
  }

  private void keepBest(TrajectoryLearner learner, double loss) {
    if (loss < bestLoss) {
      bestLoss = loss;
      bestParameters = learner.network().parameters().pull().clone();
      bestStatistics = learner.network().statistics().values().clone();
    }
  }

  private void restore(TrajectoryLearner learner) {
    if (bestParameters.length > 0) {
      float[] statistics = learner.network().statistics().values();
      System.arraycopy(bestParameters, 0, learner.parameters(), 0, bestParameters.length);
      System.arraycopy(bestStatistics, 0, statistics, 0, statistics.length);
    }
  }

  private void test(TrajectoryLearner learner, TaskStream tasks) {
    for (JsonNode evaluation : evaluations("test")) {
      String id = field(evaluation, "task").asText();
      for (int i = 0; i < tasks.size(); i++) {
        Task task = tasks.task(i);
        if (task.name().equals(id)) {
          compare(learner, evaluation, task, task.test());
        }
      }
    }
  }

  private List<JsonNode> evaluations(String split) {
    return StreamSupport.stream(expected.path("evaluations").spliterator(), false)
        .filter(e -> field(e, "split").asText().equals(split))
        .toList();
  }

  private void compare(
      TrajectoryLearner learner, JsonNode evaluation, Task task, Examples examples) {
    NetworkMeasure measure = new NetworkMeasure(learner.network());
    String what = "%s%s of task %s, ".formatted(name, field(evaluation, "split"), task.name());
    double loss = field(evaluation, "loss").doubleValue();
    assertFloat(what + "loss", measure.loss(examples, task.outputs()), loss);
    double accuracy = measure.accuracy(examples, task.outputs());
    assertWithin(
        what + "accuracy", accuracy, field(evaluation, "accuracy").doubleValue(), ACCURACY);
  }
}
