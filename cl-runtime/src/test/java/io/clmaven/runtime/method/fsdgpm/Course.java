package io.clmaven.runtime.method.fsdgpm;

import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.ints;
import static io.clmaven.runtime.replay.Reference.list;
import static org.assertj.core.api.Assertions.assertThat;

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
import io.clmaven.runtime.method.fsdgpm.FsDgpmParameters.Learning;
import io.clmaven.runtime.method.replay.RecordedDraws;
import io.clmaven.runtime.method.subspace.Basis;
import io.clmaven.runtime.optimizer.Sgd;
import io.clmaven.runtime.random.RandomStreams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A real method on its way through the tasks of a trajectory. */
final class Course implements AutoCloseable {

  private static final long SEED = 1;
  private static final double PROJECTOR = 2e-5;

  private final Trajectory trajectory;
  private final RecordingNetwork network;
  private final ReplayProjection method;
  private final ReplayStep step;
  private final RecordedDraws draws = new RecordedDraws();
  private Task task;
  private PatienceSchedule schedule;
  private float[] bestParameters;
  private float[] bestStatistics;

  Course(Trajectory trajectory) {
    JsonNode config = trajectory.config();
    this.trajectory = trajectory;
    this.method = Variants.of(config);
    this.network =
        new RecordingNetwork(
            Models.compile(
                Engines.installed().choose("onednn"), trajectory.network().model(), SEED));
    trajectory.network().load(trajectory.initialParameters(), network.parameters().values());
    this.step = new ReplayStep(network, sgd(config));
    method.begin(
        new MethodContext(
            parameters(config),
            network,
            new GivenTasks(trajectory.tasks(), trajectory.network().model().outputs()),
            trajectory.scenario(),
            new RandomStreams(SEED)),
        draws);
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
   * What one update did.
   *
   * @param chunks number of perturbations
   * @param weights of each pass
   * @param losses of each pass, in the same order; further ones may follow
   */
  record Update(
      int chunks,
      List<float[]> weights,
      List<Double> losses,
      float[] parameters,
      float[] statistics,
      float[][] lambda) {}

  /** Takes over the random decisions of a task. */
  void record(JsonNode facts) {
    for (JsonNode update : field(facts, "steps")) {
      draws.addOrder(ints(field(update, "sample_permutation")));
      draws.addSamples(ints(field(update, "memory_indices")));
    }
    for (JsonNode draw : field(facts, "reservoir_draws_age_p")) {
      draws.addSlot(draw.get(0).intValue(), draw.get(1).intValue());
    }
    draws.addMemory(ints(field(field(facts, "basis"), "buffer_indices_used")));
  }

  void enter(Task next) {
    task = next;
    step.sgd().beginTask();
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
    List<Update> updates = new ArrayList<>();
    step.afterUpdate(() -> updates.add(update(batch.size())));
    method.step(step.at(task, epoch, batch));
    return updates;
  }

  private Update update(int batchSize) {
    int count = field(trajectory.config(), "inner_batches").intValue();
    int size = (batchSize + count - 1) / count;
    return new Update(
        (batchSize + size - 1) / size,
        network.weights(),
        network.losses(),
        parameters().clone(),
        statistics().clone(),
        Arrays.stream(method.projection().weights().values())
            .map(float[]::clone)
            .toArray(float[][]::new));
  }

  void endEpoch(double validationLoss) {
    switch (schedule.afterEpoch(validationLoss)) {
      case IMPROVED -> keep();
      case DECAYED -> {
        step.sgd().beginTask();
        step.sgd().learningRate(schedule.rate());
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

  ReplayProjection method() {
    return method;
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

  /** Compares ranks exactly and B B^T. */
  void compareMemory(String what, JsonNode expected) {
    List<Basis> bases = method.projection().memory().bases();
    List<JsonNode> layers = list(field(expected, "layers"));
    assertThat(bases).as(what + "layers").hasSameSizeAs(layers);
    for (int i = 0; i < layers.size(); i++) {
      assertThat(bases.get(i).rank())
          .as(what + "rank of layer %d", i)
          .isEqualTo(field(layers.get(i), "kept").intValue());
      INDArray actual = bases.get(i).matrix(DataType.DOUBLE);
      INDArray given = GivenBasis.of(field(layers.get(i), "basis")).matrix(DataType.DOUBLE);
      INDArray difference = actual.mmul(actual.transpose()).sub(given.mmul(given.transpose()));
      assertThat(difference.amaxNumber().doubleValue())
          .as(what + "projector of layer %d", i)
          .isLessThan(PROJECTOR);
    }
  }

  /** Compares what each slot holds: task and row of its training set. */
  void compareBuffer(String what, JsonNode expected) {
    assertThat(method.buffer().size()).as(what + "buffer").isEqualTo(expected.size());
    int[] slot = new int[1];
    int size = network.model().inputSize();
    float[] held = new float[size];
    try (FloatPointer target = new FloatPointer((long) size)) {
      for (slot[0] = 0; slot[0] < expected.size(); slot[0]++) {
        int id = expected.get(slot[0]).get(0).intValue();
        int row = expected.get(slot[0]).get(1).intValue();
        method.buffer().copy(slot, 0, 1, target);
        target.get(held);
        assertThat(held).as(what + "slot %d", slot[0]).containsExactly(trajectory.row(id, row));
        assertThat(method.buffer().label(slot[0])).isEqualTo(trajectory.label(id, row));
      }
    }
  }

  @Override
  public void close() {
    network.close();
  }
}
