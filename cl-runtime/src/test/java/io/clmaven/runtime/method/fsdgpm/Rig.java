package io.clmaven.runtime.method.fsdgpm;

import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.flat;
import static io.clmaven.runtime.replay.Reference.ints;
import static io.clmaven.runtime.replay.Reference.list;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.benchmark.Scenario;
import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Engines;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.method.MethodContext;
import io.clmaven.runtime.method.replay.RecordedDraws;
import io.clmaven.runtime.method.subspace.Basis;
import io.clmaven.runtime.optimizer.Sgd;
import io.clmaven.runtime.random.RandomStreams;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.factory.Nd4j;

/** A method in the middle of its second task, with given weights, buffer and bases. */
final class Rig implements AutoCloseable {

  private static final long SEED = 1;
  private static final int LATER_EPOCH = 1; // in which nothing goes into the buffer

  private final JsonNode file;
  private final NamedNetwork named;
  private final RecordingNetwork network;
  private final ReplayProjection method;
  private final RecordedDraws draws = new RecordedDraws();
  private final ReplayStep step;
  private final Task task;

  /** Sets up a method of a file of single steps. */
  Rig(JsonNode file, String engine, ReplayProjection method, Record parameters) {
    JsonNode config = field(file, "config");
    this.file = file;
    this.method = method;
    this.named = NamedNetwork.of(config, field(file, "params"));
    this.network =
        new RecordingNetwork(
            Models.compile(Engines.installed().choose(engine), named.model(), SEED));
    this.step =
        new ReplayStep(
            network,
            new Sgd.Parameters(
                field(config, "lr").doubleValue(),
                field(config, "momentum").doubleValue(),
                false,
                0));
    List<Task> tasks = List.of(task(config, 0), task(config, 1));
    this.task = tasks.get(1);
    named.load(field(file, "params"), network.parameters().values());
    List<Basis> bases = list(field(file, "basis")).stream().map(GivenBasis::of).toList();
    boolean headProjected = bases.size() == network.layout().weights().size();
    method.begin(
        new MethodContext(
            parameters,
            network,
            new GivenTasks(tasks, named.model().outputs()),
            headProjected ? Scenario.DOMAIN : Scenario.TASK,
            1,
            new RandomStreams(SEED)),
        draws);
    fillBuffer(tasks.get(0));
    method.projection().memory().set(bases);
    step.sgd().beginTask();
    method.beforeTask(task);
    network.weights();
  }

  private Task task(JsonNode config, int index) {
    int outputs = field(config, "outputs").intValue();
    boolean heads = field(config, "multi_head").booleanValue();
    int classes = heads ? field(config, "classes_per_task").intValue() : outputs;
    int position = field(config, index == 0 ? "memory_task" : "current_task").intValue();
    int from = heads ? position * classes : 0;
    OutputRange range = new OutputRange(from, from + classes);
    return new Task(
        index, "task " + index, range, NoExamples.AT_ALL, NoExamples.AT_ALL, NoExamples.AT_ALL);
  }

  private void fillBuffer(Task earlier) {
    int[] labels = ints(field(file, "memory_y"));
    Batch memory = batch("memory", IntStream.range(0, labels.length).toArray(), earlier);
    method.buffer().offer(memory, IntStream.range(0, labels.length).toArray(), 0, draws);
  }

  private Batch batch(String part, int[] rows, Task of) {
    List<JsonNode> inputs = list(field(file, part + "_x"));
    int[] labels = ints(field(file, part + "_y"));
    float[][] chosen =
        IntStream.of(rows).mapToObj(r -> flat(inputs.get(r))).toArray(float[][]::new);
    int[] local = IntStream.of(rows).map(r -> labels[r] - of.outputs().from()).toArray();
    return new Batch(Nd4j.createFromArray(chosen), local, of.outputs());
  }

  /** Does one step with rows of the file's batch and returns its loss. */
  double run(JsonNode expected, int from, int to) {
    draws.addOrder(ints(field(expected, "sample_permutation")));
    draws.addSamples(ints(field(expected, "memory_indices")));
    return method.step(at(from, to));
  }

  /** Computes a gradient with rows of the file's batch as {@link #run} would, but only clips it. */
  float[] clipped(JsonNode expected, int from, int to) {
    draws.addOrder(ints(field(expected, "sample_permutation")));
    draws.addSamples(ints(field(expected, "memory_indices")));
    method.lookOnce(at(from, to));
    return method.gradient().values().pull();
  }

  private ReplayStep at(int from, int to) {
    return step.at(task, LATER_EPOCH, batch("batch", IntStream.range(from, to).toArray(), task));
  }

  int batchSize() {
    return field(file, "batch_y").size();
  }

  NamedNetwork named() {
    return named;
  }

  RecordingNetwork network() {
    return network;
  }

  ReplayProjection method() {
    return method;
  }

  ReplayStep step() {
    return step;
  }

  @Override
  public void close() {
    network.close();
  }
}
