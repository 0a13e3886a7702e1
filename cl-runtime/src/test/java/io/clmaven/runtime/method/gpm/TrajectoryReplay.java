package io.clmaven.runtime.method.gpm;

import static io.clmaven.runtime.replay.Reference.assertFloat;
import static io.clmaven.runtime.replay.Reference.assertFloats;
import static io.clmaven.runtime.replay.Reference.assertWithin;
import static io.clmaven.runtime.replay.Reference.doubles;
import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.flat;
import static io.clmaven.runtime.replay.Reference.ints;
import static io.clmaven.runtime.replay.Reference.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.benchmark.Scenario;
import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.engine.Engine;
import io.clmaven.runtime.engine.Engines;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.ModelBuilder;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.method.Learner;
import io.clmaven.runtime.metric.MetricsReplay;
import io.clmaven.runtime.optimizer.Sgd;
import io.clmaven.runtime.random.RandomStreams;
import io.clmaven.runtime.replay.ListExamples;
import io.clmaven.runtime.replay.ListTasks;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** A whole training of a small network, every step compared. */
public final class TrajectoryReplay {

  private static final double ACCURACY = 1e-6; // percent
  private static final int PUBLISHED_SAMPLES = 300;

  private final JsonNode file;
  private final ModelSpec model;
  private final OutputRange outputs;
  private final List<Task> tasks;

  private TrajectoryReplay(JsonNode file) {
    this.file = file;
    this.model = model(file);
    this.outputs = new OutputRange(0, model.outputs());
    this.tasks = list(field(file, "tasks")).stream().map(this::task).toList();
  }

  /** Kind {@code gpm-trajectory-mlp-single-head}: one case per engine, and the final metrics. */
  public static Stream<DynamicTest> mlpWithOneHead(JsonNode file) {
    TrajectoryReplay replay = new TrajectoryReplay(file);
    return Stream.of(
        DynamicTest.dynamicTest("onednn", () -> replay.run("onednn")),
        DynamicTest.dynamicTest("dl4j", () -> replay.run("dl4j")),
        DynamicTest.dynamicTest("metrics", replay::metrics));
  }

  private static ModelSpec model(JsonNode file) {
    JsonNode config = field(file, "config");
    assertThat(field(config, "bias").booleanValue()).as("bias").isFalse();
    ModelBuilder model = ModelSpec.input(List.of(field(config, "inputs").intValue()));
    Iterator<String> names = field(file, "initial_params").fieldNames();
    while (names.hasNext()) {
      String name = names.next();
      model.then(name, Models.linear(field(file, "initial_params").get(name).size(), false));
      if (names.hasNext()) {
        model.then("relu after " + name, new Layer.Relu());
      }
    }
    return model.build();
  }

  private Task task(JsonNode task) {
    ListExamples train = examples(task, "train");
    int index = field(task, "task").intValue();
    return new Task(index, "task " + index, outputs, train, train, examples(task, "test"));
  }

  private static ListExamples examples(JsonNode task, String part) {
    float[][] inputs =
        list(field(task, "x_" + part)).stream().map(row -> flat(row)).toArray(float[][]::new);
    return new ListExamples(List.of(inputs[0].length), inputs, ints(field(task, "y_" + part)));
  }

  private void run(String engineId) {
    Engine engine = Engines.installed().choose(engineId);
    Gpm gpm = new Gpm();
    try (Network network = Models.compile(engine, model, 1)) {
      start(network);
      Learner learner = new Learner(network, gpm, sgd());
      learner.begin(
          parameters(),
          new ListTasks(tasks, outputs.size()),
          Scenario.DOMAIN,
          new RandomStreams(1));
      List<JsonNode> expected = list(field(file, "expected"));
      assertThat(expected).hasSameSizeAs(tasks).isNotEmpty();
      List<String> names = model.layout().weights().stream().map(Segment::layer).toList();
      for (int task = 0; task < expected.size(); task++) {
        learner.enter(tasks.get(task));
        steps(learner, expected.get(task));
        learner.leave();
        MemoryFacts.compare(gpm, names, field(expected.get(task), "memory"));
        accuracies(learner, task, expected.get(task));
      }
    }
  }

  private void start(Network network) {
    for (Segment weight : model.layout().weights()) {
      float[] values = flat(field(field(file, "initial_params"), weight.layer()));
      System.arraycopy(values, 0, network.parameters().values(), weight.offset(), weight.length());
    }
  }

  private Sgd.Parameters sgd() {
    JsonNode config = field(file, "config");
    return new Sgd.Parameters(
        field(config, "lr").doubleValue(), field(config, "momentum").doubleValue(), false, 0);
  }

  private GpmParameters parameters() {
    double[] thresholds = doubles(field(field(file, "config"), "thresholds"));
    return new GpmParameters(
        Arrays.stream(thresholds).boxed().toList(), 0, PUBLISHED_SAMPLES, List.of());
  }

  private void steps(Learner learner, JsonNode expected) {
    List<JsonNode> steps = list(field(expected, "steps"));
    assertThat(steps).isNotEmpty();
    for (int i = 0; i < steps.size(); i++) {
      JsonNode step = steps.get(i);
      String what = "task %d, step %d, ".formatted(learner.task().index(), i);
      double loss = learner.step(ints(field(step, "batch_indices")));
      assertFloat(what + "loss", loss, field(step, "loss").doubleValue());
      segments(what + "gradient of ", learner.gradient(), field(step, "gradient_used"));
      segments(what + "parameters of ", learner.parameters(), field(step, "params_after"));
      int epoch = field(step, "epoch").intValue();
      if (i + 1 == steps.size() || field(steps.get(i + 1), "epoch").intValue() > epoch) {
        epoch(learner, field(expected, "epochs").get(epoch));
      }
    }
  }

  private void segments(String what, float[] vector, JsonNode expected) {
    List<Segment> weights = model.layout().weights();
    assertThat(expected).hasSize(weights.size());
    for (Segment weight : weights) {
      float[] part = Arrays.copyOfRange(vector, weight.offset(), weight.end());
      assertFloats(what + weight.layer(), part, field(expected, weight.layer()));
    }
  }

  private void epoch(Learner learner, JsonNode expected) {
    Task task = learner.task();
    assertFloat(
        "test loss",
        learner.loss(task.test(), outputs),
        field(expected, "test_loss").doubleValue());
    assertWithin(
        "test accuracy",
        100 * learner.accuracy(task.test(), outputs),
        field(expected, "test_accuracy_percent").doubleValue(),
        ACCURACY);
  }

  private void accuracies(Learner learner, int task, JsonNode expected) {
    double[] row = doubles(field(expected, "accuracy_row_percent"));
    assertThat(row).hasSize(task + 1);
    for (int j = 0; j <= task; j++) {
      double accuracy = 100 * learner.accuracy(tasks.get(j).test(), outputs);
      assertWithin("accuracy on task " + j, accuracy, row[j], ACCURACY);
    }
  }

  private void metrics() {
    List<JsonNode> expected = list(field(file, "expected"));
    metrics(
        file, expected.stream().map(task -> doubles(field(task, "accuracy_row_percent"))).toList());
  }

  /**
   * Compares the final metrics.
   *
   * @param rows what was measured after each task, for the matrix in the file
   */
  static void metrics(JsonNode file, List<double[]> rows) {
    JsonNode matrix = field(file, "accuracy_matrix_percent");
    for (int i = 0; i < rows.size(); i++) {
      double[] known = Arrays.copyOf(doubles(matrix.get(i)), i + 1);
      assertThat(known).containsExactly(rows.get(i));
    }
    MetricsReplay.assertMetric("accuracy", matrix, field(file, "final_acc_percent"));
    MetricsReplay.assertMetric("bwt", matrix, field(file, "final_bwt_percent"));
  }
}
