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
import java.util.function.IntConsumer;

/** A real network that learns given batches with one whole-step method and SGD. */
public final class TrajectoryLearner implements WholeStep {

  private final Network network;
  private final WholeStepMethod method;
  private final Sgd sgd = new Sgd();
  private FlatVector gradient;
  private float[] used = {};
  private IntConsumer observer = update -> {};
  private int updates;
  private Task task;
  private Batch batch;
  private double loss;
  private long steps;
  private int epoch;

  /**
   * Makes a learner.
   *
   * @param method begun
   */
  public TrajectoryLearner(Network network, WholeStepMethod method, Sgd.Parameters settings) {
    this.network = network;
    this.method = method;
    sgd.begin(settings, network.layout(), new RandomStreams(0));
  }

  /** Starts a task. */
  public void enter(Task next) {
    task = next;
    sgd.beginTask();
    method.beforeTask(next);
  }

  /** Goes on with a lower rate and without momentum. */
  public void decay(double rate) {
    double factor = sgd.learningRate() / rate;
    sgd.beginTask();
    sgd.learningRate(rate);
    method.rateDecayed(factor);
  }

  /**
   * Does one step with rows of the task's training examples.
   *
   * @param inEpoch epoch of the task
   * @param afterUpdate is told the index of each update, from 0, when it is done
   */
  public void step(int inEpoch, int[] rows, IntConsumer afterUpdate) {
    epoch = inEpoch;
    updates = 0;
    observer = afterUpdate;
    batch = NetworkMeasure.batch(task.train(), task.outputs(), rows);
    loss = method.step(this);
    method.afterStep(this);
    steps++;
  }

  @Override
  public void update(FlatVector next) {
    gradient = next;
    method.adjustGradient(this);
    used = next.pull().clone();
    sgd.update(network.parameters(), next);
    observer.accept(updates++);
  }

  /** Returns the gradient [P] that the optimizer got last. */
  public float[] usedGradient() {
    return used;
  }

  /** Returns the number of updates of the last step. */
  public int updates() {
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
    return epoch;
  }
}
