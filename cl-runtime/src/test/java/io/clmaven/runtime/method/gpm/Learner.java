package io.clmaven.runtime.method.gpm;

import io.clmaven.runtime.benchmark.Scenario;
import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.benchmark.TaskStream;
import io.clmaven.runtime.data.Examples;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Loss;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.engine.SoftmaxCrossEntropy;
import io.clmaven.runtime.method.ContinualMethod;
import io.clmaven.runtime.method.MethodContext;
import io.clmaven.runtime.method.StepContext;
import io.clmaven.runtime.optimizer.Sgd;
import io.clmaven.runtime.random.RandomStreams;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A real network that learns batches of given examples with one method and SGD. */
final class Learner implements StepContext {

  private final Network network;
  private final ContinualMethod method;
  private final Sgd sgd = new Sgd();
  private final Loss lossFunction = new SoftmaxCrossEntropy();
  private Task task;
  private Batch batch;
  private double loss;
  private long steps;

  Learner(Network network, ContinualMethod method, Sgd.Parameters sgdParameters) {
    this.network = network;
    this.method = method;
    sgd.begin(sgdParameters, network.layout(), new RandomStreams(0));
  }

  /** Begins the method. */
  void begin(Record parameters, TaskStream tasks, Scenario scenario, RandomStreams random) {
    method.begin(new MethodContext(parameters, network, tasks, scenario, random));
  }

  /** Starts a task. */
  void enter(Task next) {
    task = next;
    sgd.beginTask();
    method.beforeTask(next);
  }

  /** Updates the parameters once and returns the loss before it. */
  double step(int... indices) {
    batch = batch(task.train(), task.outputs(), indices);
    network.forward(batch, Mode.TRAIN);
    loss = network.backward(batch, lossFunction);
    method.adjustGradient(this);
    sgd.update(network.parameters(), network.gradient());
    method.afterStep(this);
    steps++;
    return loss;
  }

  /** Ends the task. */
  void leave() {
    leave(task);
  }

  /** Ends the task; the method sees another one, for example in another order. */
  void leave(Task seen) {
    method.afterTask(seen);
  }

  /** Returns the mean loss on examples. */
  double loss(Examples examples, OutputRange outputs) {
    Batch all = batch(examples, outputs, all(examples));
    float[] logits = Nd4j.toFlattened(network.forward(all, Mode.EVALUATE)).toFloatVector();
    return lossFunction.gradient(logits, network.model().outputs(), all, new float[logits.length]);
  }

  /** Returns the accuracy on examples as a fraction. */
  double accuracy(Examples examples, OutputRange outputs) {
    Batch all = batch(examples, outputs, all(examples));
    float[][] logits = network.forward(all, Mode.EVALUATE).toFloatMatrix();
    long correct =
        IntStream.range(0, all.size())
            .filter(i -> best(logits[i], outputs) == all.labels()[i])
            .count();
    return (double) correct / all.size();
  }

  private static int best(float[] logits, OutputRange outputs) {
    int best = outputs.from();
    for (int j = outputs.from(); j < outputs.to(); j++) {
      best = logits[j] > logits[best] ? j : best;
    }
    return best - outputs.from();
  }

  private static int[] all(Examples examples) {
    return IntStream.range(0, examples.size()).toArray();
  }

  private static Batch batch(Examples examples, OutputRange outputs, int[] indices) {
    LongStream sample = examples.shape().stream().mapToLong(Integer::longValue);
    long[] shape = LongStream.concat(LongStream.of(indices.length), sample).toArray();
    INDArray inputs = Nd4j.create(DataType.FLOAT, shape);
    try (FloatPointer target = new FloatPointer(inputs.data().addressPointer())) {
      examples.copy(indices, 0, indices.length, target);
    }
    return new Batch(inputs, IntStream.of(indices).map(examples::label).toArray(), outputs);
  }

  @Override
  public Network network() {
    return network;
  }

  @Override
  public Task task() {
    return task;
  }

  @Override
  public Batch batch() {
    return batch;
  }

  @Override
  public double loss() {
    return loss;
  }

  @Override
  public float[] gradient() {
    return network.gradient().values();
  }

  @Override
  public float[] parameters() {
    return network.parameters().values();
  }

  @Override
  public long step() {
    return steps;
  }

  @Override
  public int epoch() {
    return 0;
  }
}
