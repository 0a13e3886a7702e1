package io.clmaven.runtime.method.replay;

import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.method.WholeStep;
import io.clmaven.runtime.method.WholeStepMethod;
import io.clmaven.runtime.optimizer.Sgd;
import io.clmaven.runtime.random.RandomStreams;
import io.clmaven.runtime.replay.NetworkMeasure;

/** A real network that learns given batches with one whole-step method and SGD. */
final class RowLearner implements WholeStep {

  private final Network network;
  private final WholeStepMethod method;
  private final Sgd sgd = new Sgd();
  private FlatVector gradient;
  private int updates;
  private Task task;
  private Batch batch;
  private double loss;
  private long steps;

  /**
   * Makes a learner.
   *
   * @param method begun
   */
  RowLearner(Network network, WholeStepMethod method, Sgd.Parameters settings) {
    this.network = network;
    this.method = method;
    sgd.begin(settings, network.layout(), new RandomStreams(0));
  }

  /** Starts a task. */
  void enter(Task next) {
    task = next;
    sgd.beginTask();
    method.beforeTask(next);
  }

  /** Does one step with rows of the task's training examples, in its first epoch. */
  void step(int... rows) {
    updates = 0;
    batch = NetworkMeasure.batch(task.train(), task.outputs(), rows);
    loss = method.step(this);
    method.afterStep(this);
    steps++;
  }

  @Override
  public void update(FlatVector next) {
    gradient = next;
    method.adjustGradient(this);
    sgd.update(network.parameters(), next);
    updates++;
  }

  /** Returns the number of updates of the last step. */
  int updates() {
    return updates;
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

  /** Returns the loss that the last step told. */
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
