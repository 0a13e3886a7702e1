package io.clmaven.runtime.method;

import io.clmaven.runtime.benchmark.Scenario;
import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.benchmark.TaskStream;
import io.clmaven.runtime.data.Examples;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.Loss;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.engine.SoftmaxCrossEntropy;
import io.clmaven.runtime.optimizer.Sgd;
import io.clmaven.runtime.random.RandomStreams;
import io.clmaven.runtime.replay.NetworkMeasure;

/** A real network that learns batches of given examples with one method and SGD. */
public final class Learner implements WholeStep {

  private static final Loss LOSS = new SoftmaxCrossEntropy();

  private final Network network;
  private final ContinualMethod method;
  private final Sgd sgd = new Sgd();
  private final NetworkMeasure measure;
  private FlatVector gradient;
  private int updates;
  private Task task;
  private Batch batch;
  private double loss;
  private long steps;

  public Learner(Network network, ContinualMethod method, Sgd.Parameters settings) {
    this.network = network;
    this.method = method;
    this.measure = new NetworkMeasure(network);
    sgd.begin(settings, network.layout(), new RandomStreams(0));
  }

  /** Begins the method. */
  public void begin(Record parameters, TaskStream tasks, Scenario scenario, RandomStreams random) {
    method.begin(new MethodContext(parameters, network, tasks, scenario, 1, random));
  }

  /** Starts a task. */
  public void enter(Task next) {
    task = next;
    sgd.beginTask();
    method.beforeTask(next);
  }

  /**
   * Does one step with rows of the task's training examples, in its first epoch.
   *
   * @return the loss before it, or the mean loss of its updates
   */
  public double step(int... rows) {
    updates = 0;
    batch = NetworkMeasure.batch(task.train(), task.outputs(), rows);
    loss = method instanceof WholeStepMethod whole ? whole.step(this) : followGradient();
    method.afterStep(this);
    steps++;
    return loss;
  }

  private double followGradient() {
    network.forward(batch, Mode.TRAIN);
    loss = network.backward(batch, LOSS);
    update(network.gradient());
    return loss;
  }

  @Override
  public void update(FlatVector next) {
    gradient = next;
    method.adjustGradient(this);
    sgd.update(network.parameters(), next);
    updates++;
  }

  /** Returns the number of updates of the last step. */
  public int updates() {
    return updates;
  }

  /** Ends the task. */
  public void leave() {
    leave(task);
  }

  /** Ends the task; the method sees another one, for example in another order. */
  public void leave(Task seen) {
    method.afterTask(seen);
  }

  /** Returns the mean loss on examples. */
  public double loss(Examples examples, OutputRange outputs) {
    return measure.loss(examples, outputs);
  }

  /** Returns the accuracy on examples as a fraction. */
  public double accuracy(Examples examples, OutputRange outputs) {
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
    return gradient.values();
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
