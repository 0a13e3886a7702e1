package io.clmaven.runtime.method.gpm;

import static io.clmaven.runtime.replay.Reference.assertFloat;
import static io.clmaven.runtime.replay.Reference.assertWithin;
import static io.clmaven.runtime.replay.Reference.doubles;
import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.ints;
import static io.clmaven.runtime.replay.Reference.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.benchmark.Scenario;
import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.engine.Engines;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.method.Learner;
import io.clmaven.runtime.optimizer.Sgd;
import io.clmaven.runtime.random.RandomStreams;
import io.clmaven.runtime.replay.ListExamples;
import io.clmaven.runtime.replay.ListTasks;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** A whole training of a small network with convolutions and heads, every step compared. */
public final class ConvTrajectoryReplay {

  private static final double ACCURACY = 1e-6; // percent
  private static final long SEED = 1;
  private static final int PUBLISHED_SAMPLES = 125;

  private final JsonNode file;
  private final TrajectoryNetwork trained;
  private final List<Integer> samplesPerLayer;
  private final TrajectoryTasks given;
  private final List<Task> tasks;

  private ConvTrajectoryReplay(
      JsonNode file, TrajectoryNetwork trained, List<Integer> samplesPerLayer) {
    this.file = file;
    this.trained = trained;
    this.samplesPerLayer = samplesPerLayer;
    this.given = new TrajectoryTasks(trained, new RandomStreams(SEED));
    this.tasks = list(field(file, "tasks")).stream().map(given::task).toList();
  }

  /** Kind {@code gpm-trajectory-conv-bn}: every step, and the final metrics. */
  public static Stream<DynamicTest> batchNorm(JsonNode file) {
    TrajectoryNetwork network = TrajectoryNetwork.likeAlexNet(field(file, "config"));
    return cases(new ConvTrajectoryReplay(file, network, List.of(24, 100, 100, 125, 125)));
  }

  /** Kind {@code gpm-trajectory-conv-lrn}: every step, and the final metrics. */
  public static Stream<DynamicTest> localResponseNorm(JsonNode file) {
    TrajectoryNetwork network = TrajectoryNetwork.likeLeNet(field(file, "config"));
    return cases(new ConvTrajectoryReplay(file, network, List.of(24, 100, 125, 125)));
  }

  private static Stream<DynamicTest> cases(ConvTrajectoryReplay replay) {
    return Stream.of(
        DynamicTest.dynamicTest("onednn", replay::run),
        DynamicTest.dynamicTest("metrics", replay::metrics));
  }

  private void run() {
    Gpm gpm = new Gpm();
    try (Network network =
        Models.compile(Engines.installed().choose("onednn"), trained.model(), SEED)) {
      trained.load(field(file, "initial_params"), network.parameters().values());
      Learner learner = new Learner(network, gpm, sgd());
      learner.begin(
          parameters(),
          new ListTasks(tasks, trained.model().outputs()),
          Scenario.TASK,
          new RandomStreams(SEED));
      List<JsonNode> expected = list(field(file, "expected"));
      assertThat(expected).hasSameSizeAs(tasks).isNotEmpty();
      for (int task = 0; task < expected.size(); task++) {
        learner.enter(tasks.get(task));
        steps(learner, expected.get(task));
        learner.leave(
            given.ordered(
                tasks.get(task), ints(field(expected.get(task), "representation_order"))));
        MemoryFacts.compare(gpm, layerNames(), field(expected.get(task), "memory"));
        list(field(expected.get(task), "evaluations"))
            .forEach(evaluation -> evaluation(learner, evaluation));
      }
    }
  }

  private Sgd.Parameters sgd() {
    JsonNode config = field(file, "config");
    return new Sgd.Parameters(
        field(config, "lr").doubleValue(), field(config, "momentum").doubleValue(), false, 0);
  }

  private GpmParameters parameters() {
    JsonNode expected = field(file, "expected");
    double[] first = doubles(field(expected.get(0), "thresholds"));
    double increment =
        expected.size() < 2
            ? 0
            : field(expected.get(1), "thresholds").get(0).doubleValue() - first[0];
    List<Double> thresholds = Arrays.stream(first).limit(samplesPerLayer.size()).boxed().toList();
    return new GpmParameters(thresholds, increment, PUBLISHED_SAMPLES, samplesPerLayer);
  }

  private void steps(Learner learner, JsonNode expected) {
    List<JsonNode> steps = list(field(expected, "steps"));
    assertThat(steps).isNotEmpty();
    for (int i = 0; i < steps.size(); i++) {
      JsonNode step = steps.get(i);
      String what = "task %d, step %d, ".formatted(learner.task().index(), i);
      double loss = learner.step(ints(field(step, "batch_indices")));
      assertFloat(what + "loss", loss, field(step, "loss").doubleValue());
      trained.compare(what + "gradient of ", learner.gradient(), field(step, "gradient_used"));
      trained.compare(what, learner.parameters(), field(step, "params_after"));
      int epoch = field(step, "epoch").intValue();
      if (i + 1 == steps.size() || field(steps.get(i + 1), "epoch").intValue() > epoch) {
        JsonNode facts = field(expected, "epochs").get(epoch);
        test(learner, learner.task(), facts, field(facts, "test_accuracy_percent"));
      }
    }
  }

  private List<String> layerNames() {
    return list(field(field(file, "config"), "projected_weights")).stream()
        .map(JsonNode::textValue)
        .toList();
  }

  private void evaluation(Learner learner, JsonNode facts) {
    Task task = tasks.get(field(facts, "task").intValue());
    test(learner, task, facts, field(facts, "accuracy_percent"));
  }

  /** Statistics are those of a batch of the test: its order matters. */
  private void test(Learner learner, Task task, JsonNode facts, JsonNode accuracy) {
    int[] order = ints(field(facts, "test_order"));
    int size = field(field(file, "config"), "test_batch_size").intValue();
    double loss = 0;
    double correct = 0;
    for (int from = 0; from < order.length; from += size) {
      int[] batch = Arrays.copyOfRange(order, from, Math.min(from + size, order.length));
      ListExamples part = ((ListExamples) task.test()).select(batch);
      loss += batch.length * learner.loss(part, task.outputs());
      correct += batch.length * learner.accuracy(part, task.outputs());
    }
    String what = "task %d, ".formatted(task.index());
    assertFloat(what + "test loss", loss / order.length, field(facts, "test_loss").doubleValue());
    double percent = 100 * correct / order.length;
    assertWithin(what + "test accuracy", percent, accuracy.doubleValue(), ACCURACY);
  }

  private void metrics() {
    List<double[]> rows =
        list(field(file, "expected")).stream()
            .map(
                task ->
                    list(field(task, "evaluations")).stream()
                        .mapToDouble(e -> field(e, "accuracy_percent").doubleValue())
                        .toArray())
            .toList();
    TrajectoryReplay.metrics(file, rows);
  }
}
