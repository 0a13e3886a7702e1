package io.clmaven.runtime.method.fsdgpm;

import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.ints;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Engines;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.method.WholeStepMethod;
import io.clmaven.runtime.method.replay.RecordedDraws;
import io.clmaven.runtime.optimizer.Sgd;
import io.clmaven.runtime.replay.NetworkMeasure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A real method on its way through the tasks of a trajectory. */
final class Course implements AutoCloseable {

  private static final long SEED = 1;

  private final Trajectory trajectory;
  private final RecordingNetwork network;
  private final WholeStepMethod method;
  private final ReplayStep step;
  private final RecordedDraws draws = new RecordedDraws();
  private Task task;
  private Optional<EarlyStop> earlyStop = Optional.empty();
  private double loss;
  private int updates; // of this task
  private final List<Restart> restarts = new ArrayList<>(); // of this task

  Course(Trajectory trajectory, String engine) {
    JsonNode config = trajectory.config();
    this.trajectory = trajectory;
    this.network =
        new RecordingNetwork(
            Models.compile(Engines.installed().choose(engine), trajectory.network().model(), SEED));
    trajectory.network().load(trajectory.initialParameters(), network.parameters().values());
    this.step = new ReplayStep(network, sgd(config));
    this.method = TrajectoryMethods.begin(trajectory, network, draws);
  }

  private static Sgd.Parameters sgd(JsonNode config) {
    return new Sgd.Parameters(
        field(config, "lr").doubleValue(), field(config, "momentum").doubleValue(), false, 0);
  }

  /**
   * A new optimizer.
   *
   * @param update of the task, the first one that it does
   */
  record Restart(int update, double rate) {}

  /**
   * What one update did.
   *
   * @param gradient that it followed
   * @param weights of each pass
   * @param losses of each pass, in the same order; further ones may follow
   */
  record Update(
      float[] gradient,
      List<float[]> weights,
      List<Double> losses,
      float[] parameters,
      float[] statistics,
      float[][] lambda) {}

  /** Takes over the random decisions of a task. */
  void record(JsonNode facts) {
    for (JsonNode update : field(facts, "steps")) {
      if (!field(update, "sample_permutation").isNull()) { // ER keeps the order of the batch
        draws.addOrder(ints(update.get("sample_permutation")));
      }
      draws.addSamples(ints(field(update, "memory_indices")));
    }
    for (JsonNode draw : field(facts, "reservoir_draws_age_p")) {
      draws.addSlot(draw.get(0).intValue(), draw.get(1).intValue());
    }
    if (facts.has("basis")) {
      draws.addMemory(ints(field(facts.get("basis"), "buffer_indices_used")));
    }
  }

  void enter(Task next) {
    task = next;
    updates = 0;
    restarts.clear();
    step.sgd().beginTask();
    restarts.add(new Restart(0, learningRate()));
    method.beforeTask(next);
    if (trajectory.config().path("earlystop").booleanValue()) {
      earlyStop = Optional.of(new EarlyStop(trajectory.config(), learningRate(), network));
    }
  }

  List<Update> step(Batch batch, int epoch) {
    network.weights();
    network.losses();
    List<Update> done = new ArrayList<>();
    step.afterUpdate(() -> done.add(update()));
    loss = method.step(step.at(task, epoch, batch));
    updates += done.size();
    return done;
  }

  private Update update() {
    return new Update(
        step.gradient(),
        network.weights(),
        network.losses(),
        parameters().clone(),
        statistics().clone(),
        lambda());
  }

  private float[][] lambda() {
    return family().stream()
        .flatMap(m -> Arrays.stream(m.projection().weights().values()))
        .map(float[]::clone)
        .toArray(float[][]::new);
  }

  void endEpoch(double validationLoss) {
    EarlyStop stop = earlyStop.orElseThrow();
    if (stop.decays(validationLoss)) {
      step.sgd().beginTask();
      step.sgd().learningRate(stop.rate());
      restarts.add(new Restart(updates, learningRate()));
      method.rateDecayed(stop.factor());
    }
  }

  void leave() {
    earlyStop.ifPresent(EarlyStop::restore);
    method.afterTask(task);
    draws.assertUsedUp();
  }

  /** Returns the method if it has a projection memory. */
  Optional<ReplayProjection> family() {
    return method instanceof ReplayProjection projecting
        ? Optional.of(projecting)
        : Optional.empty();
  }

  Task task() {
    return task;
  }

  /** Returns the loss that the last step told. */
  double loss() {
    return loss;
  }

  /** Returns the optimizers of this task. */
  List<Restart> restarts() {
    return restarts;
  }

  double learningRate() {
    return step.sgd().learningRate();
  }

  float[] parameters() {
    return network.parameters().pull();
  }

  float[] statistics() {
    return network.statistics().values();
  }

  NetworkMeasure measure() {
    return new NetworkMeasure(network);
  }

  @Override
  public void close() {
    network.close();
  }
}
