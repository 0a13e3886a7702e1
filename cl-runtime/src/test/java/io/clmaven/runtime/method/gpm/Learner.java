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
import io.clmaven.runtime.replay.NetworkMeasure;

/** A real network that learns batches of given examples with one method and SGD. */
final class Learner implements StepContext {

  private final Network network;
  private final ContinualMethod method;
  private final Sgd sgd = new Sgd();
  private final Loss lossFunction = new SoftmaxCrossEntropy();
  private final NetworkMeasure measure;
  private Task task;
  private Batch batch;
  private double loss;
  private long steps;

  Learner(Network network, ContinualMethod method, Sgd.Parameters sgdParameters) {
    this.network = network;
    this.method = method;
    this.measure = new NetworkMeasure(network);
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
    batch = NetworkMeasure.batch(task.train(), task.outputs(), indices);
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
    return measure.loss(examples, outputs);
  }

  /** Returns the accuracy on examples as a fraction. */
  double accuracy(Examples examples, OutputRange outputs) {
    return measure.accuracy(examples, outputs);
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
