package io.clmaven.runtime.method.fsdgpm;

import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.ints;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Engines;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.SoftmaxCrossEntropy;
import io.clmaven.runtime.experiment.Training;
import io.clmaven.runtime.experiment.trial.PatienceSchedule;
import io.clmaven.runtime.method.MethodContext;
import io.clmaven.runtime.method.WholeStepMethod;
import io.clmaven.runtime.method.fsdgpm.FsDgpmParameters.Learning;
import io.clmaven.runtime.method.replay.RecordedDraws;
import io.clmaven.runtime.method.replay.RecordedEr;
import io.clmaven.runtime.optimizer.Sgd;
import io.clmaven.runtime.random.RandomStreams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nd4j.linalg.factory.Nd4j;

/** A real method on its way through the tasks of a trajectory. */
final class Course implements AutoCloseable {

  private static final long SEED = 1;

  private final Trajectory trajectory;
  private final RecordingNetwork network;
  private final WholeStepMethod method;
  private final ReplayStep step;
  private final RecordedDraws draws = new RecordedDraws();
  private Task task;
  private PatienceSchedule schedule;
  private float[] bestParameters;
  private float[] bestStatistics;
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
    this.method = begin(config);
  }

  private WholeStepMethod begin(JsonNode config) {
    if (isEr(config)) {
      RecordedEr er = new RecordedEr(config);
      WholeStepMethod made = er.method(draws);
      made.begin(context(er.parameters()));
      return made;
    }
    ReplayProjection made = Variants.of(config);
    made.begin(context(parameters(config)), draws);
    return made;
  }

  private static boolean isEr(JsonNode config) {
    return field(config, "model").textValue().equals("ER");
  }

  private MethodContext context(Record parameters) {
    return new MethodContext(
        parameters,
        network,
        new GivenTasks(trajectory.tasks(), trajectory.network().model().outputs()),
        trajectory.scenario(),
        new RandomStreams(SEED));
  }

  private static Record parameters(JsonNode config) {
    int memories = field(config, "memories").intValue();
    return Variants.parameters(config, Settings.of(config).with(Learning.OFFICIAL, memories));
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

  /** Returns the number of perturbations of an update with a mixed batch. */
  int perturbations(int batchSize, int mixedSize) {
    JsonNode config = trajectory.config();
    if (isEr(config) && !new RecordedEr(config).isPerturbed()) {
      return 0;
    }
    int divided = isEr(config) ? mixedSize : batchSize;
    int count = field(config, "inner_batches").intValue();
    int size = (divided + count - 1) / count;
    return (divided + size - 1) / size;
  }

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
    JsonNode config = trajectory.config();
    if (config.path("earlystop").booleanValue()) {
      Training.Schedule limits =
          new Training.Schedule(
              field(config, "lr_patience").intValue(),
              field(config, "lr_factor").doubleValue(),
              field(config, "lr_min").doubleValue(),
              true);
      schedule = new PatienceSchedule(limits, learningRate());
      keep();
    }
  }

  private void keep() {
    bestParameters = parameters().clone();
    bestStatistics = statistics().clone();
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
    switch (schedule.afterEpoch(validationLoss)) {
      case IMPROVED -> keep();
      case DECAYED -> {
        step.sgd().beginTask();
        step.sgd().learningRate(schedule.rate());
        restarts.add(new Restart(updates, learningRate()));
        method.rateDecayed(field(trajectory.config(), "lr_factor").doubleValue());
      }
      default -> {}
    }
  }

  void leave() {
    if (schedule != null) {
      System.arraycopy(bestParameters, 0, network.parameters().values(), 0, bestParameters.length);
      System.arraycopy(bestStatistics, 0, network.statistics().values(), 0, bestStatistics.length);
    }
    method.afterTask(task);
    draws.assertUsedUp();
  }

  /** Returns the method if it has a projection memory. */
  Optional<ReplayProjection> family() {
    return method instanceof ReplayProjection projecting
        ? Optional.of(projecting)
        : Optional.empty();
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

  double loss(Batch batch) {
    float[] logits = Nd4j.toFlattened('c', network.forward(batch, Mode.EVALUATE)).toFloatVector();
    int outputs = network.model().outputs();
    return new SoftmaxCrossEntropy().gradient(logits, outputs, batch, new float[logits.length]);
  }

  double accuracy(Batch batch) {
    float[][] logits = network.forward(batch, Mode.EVALUATE).toFloatMatrix();
    long correct =
        IntStream.range(0, batch.size())
            .filter(i -> best(logits[i], batch) == batch.labels()[i])
            .count();
    return (double) correct / batch.size();
  }

  private static int best(float[] logits, Batch batch) {
    int best = batch.outputs().from();
    for (int j = batch.outputs().from(); j < batch.outputs().to(); j++) {
      best = logits[j] > logits[best] ? j : best;
    }
    return best - batch.outputs().from();
  }

  @Override
  public void close() {
    network.close();
  }
}
