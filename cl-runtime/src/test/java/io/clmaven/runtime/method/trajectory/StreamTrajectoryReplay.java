package io.clmaven.runtime.method.trajectory;

import static io.clmaven.runtime.engine.NamedTensors.values;
import static io.clmaven.runtime.replay.Reference.assertWithin;
import static io.clmaven.runtime.replay.Reference.field;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.LayerList;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.NamedTensors;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.engine.RunningStatistics;
import io.clmaven.runtime.engine.onednn.GivenDropout;
import io.clmaven.runtime.experiment.trial.StepwiseTrial;
import io.clmaven.runtime.method.ContinualMethod;
import io.clmaven.runtime.optimizer.Optimizer;
import io.clmaven.runtime.replay.NetworkMeasure;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** A whole training of a small network over several tasks, every step compared. */
public final class StreamTrajectoryReplay {

  private static final double RATE = 1e-12;
  private static final double ACCURACY = 1e-6; // percent

  private final Trajectory trajectory;
  private final TrajectoryTolerance tolerance;
  private final ModelSpec model;
  private final GivenDropout dropout;
  private final Network network;
  private final List<TrajectoryObserver> observers;
  private final ReceivedGradient gradient;
  private final StepwiseTrial trial;

  private StreamTrajectoryReplay(JsonNode file) {
    trajectory = new Trajectory(file);
    tolerance = TrajectoryTolerance.of(trajectory);
    model = trajectory.model();
    dropout = new GivenDropout(model);
    network = dropout.network();
    TrajectoryPart<Optimizer> optimizer = TrajectoryParts.optimizer(trajectory);
    List<TrajectoryPart<ContinualMethod>> methods = TrajectoryParts.methods(trajectory);
    observers =
        Stream.concat(methods.stream(), Stream.of(optimizer))
            .<TrajectoryObserver>map(TrajectoryPart::observer)
            .toList();
    load();
    gradient = new ReceivedGradient(optimizer.selection().create());
    trial =
        new StepwiseTrial(
            network,
            trajectory.tasks(),
            gradient.with(optimizer.selection().parameters()),
            methods.stream().map(TrajectoryPart::selection).toList(),
            (int) trajectory.setting("batch_size"));
  }

  /** Kind {@code trajectory}: any optimizer with any methods. */
  public static Stream<DynamicTest> steps(JsonNode file) {
    return Stream.of(
        DynamicTest.dynamicTest("onednn", () -> new StreamTrajectoryReplay(file).run()));
  }

  private void load() {
    LayerList.load(field(trajectory.file(), "init_params"), network);
    if (trajectory.file().has("init_buffers")) {
      NamedTensors.load(trajectory.file().get("init_buffers"), network.statistics());
    }
  }

  private void run() {
    try (network) {
      List<JsonNode> steps = trajectory.steps();
      assertThat(steps).isNotEmpty();
      for (int i = 0; i < steps.size(); i++) {
        JsonNode step = steps.get(i);
        begin(step);
        step(step, checks(step, i == 0));
        if (i + 1 == steps.size() || index(steps.get(i + 1), "step") == 0) {
          trial.endEpoch();
        }
        if (i + 1 == steps.size() || index(steps.get(i + 1), "task") != index(step, "task")) {
          end(trajectory.end(index(step, "task")));
        }
      }
    }
  }

  private void begin(JsonNode step) {
    if (index(step, "step") == 0) {
      if (index(step, "epoch") == 0) {
        trial.beginTask();
        JsonNode end = trajectory.end(index(step, "task"));
        double rate = end.path("lr").asDouble(trajectory.setting("lr"));
        assertWithin("learning rate", trial.learningRate(), rate, RATE);
      }
      trial.beginEpoch();
    }
  }

  private void step(JsonNode step, TrajectoryChecks checks) {
    for (String layer : dropout.layers()) {
      dropout.decide(layer, values(field(field(step, "dropout_keep"), layer)));
    }
    observers.forEach(o -> o.before(step));
    double loss = trial.step(trajectory.batch(index(step, "task"), index(step, "step")));
    for (TrajectoryObserver observer : observers) {
      loss = observer.streamLoss(loss);
    }
    checks.number("loss", loss, field(step, "loss"));
    if (step.has("grads")) {
      checks.named("gradient", gradient.last(), step.get("grads"));
    }
    checks.named("parameters", network.parameters().pull(), field(step, "params"));
    if (step.has("buffers")) {
      RunningStatistics statistics = network.statistics();
      checks.named(statistics.layout(), "statistics", statistics.values(), step.get("buffers"));
    }
    observers.forEach(o -> o.after(step, checks));
  }

  private TrajectoryChecks checks(JsonNode step, boolean first) {
    String place =
        "task %d, epoch %d, step %d, "
            .formatted(index(step, "task"), index(step, "epoch"), index(step, "step"));
    return new TrajectoryChecks(
        model.layout(), place, first ? tolerance.first() : tolerance.last());
  }

  private void end(JsonNode end) {
    observers.forEach(o -> o.beforeTaskEnd(end));
    trial.endTask();
    TrajectoryChecks checks =
        new TrajectoryChecks(
            model.layout(), "end of task %d, ".formatted(index(end, "task")), tolerance.last());
    observers.forEach(o -> o.afterTaskEnd(end, checks));
    end.path("eval").forEach(expected -> evaluate(expected, checks));
  }

  private void evaluate(JsonNode expected, TrajectoryChecks checks) {
    int task = index(expected, "task");
    Batch batch = trajectory.evaluation(task);
    INDArray logits = network.forward(batch, Mode.EVALUATE);
    OutputRange head = batch.outputs();
    INDArray active = logits.get(NDArrayIndex.all(), NDArrayIndex.interval(head.from(), head.to()));
    String what = "task %d, ".formatted(task);
    checks.tensor(what + "logit", active.dup('c').data().asFloat(), field(expected, "logits"));
    double accuracy = 100 * new NetworkMeasure(network).accuracy(batch);
    assertWithin(
        checks.place() + what + "accuracy",
        accuracy,
        field(expected, "accuracy").doubleValue(),
        ACCURACY);
  }

  private static int index(JsonNode object, String name) {
    return field(object, name).intValue();
  }
}
