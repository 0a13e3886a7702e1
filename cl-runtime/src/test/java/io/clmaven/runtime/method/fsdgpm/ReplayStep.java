package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.method.WholeStep;
import io.clmaven.runtime.optimizer.Sgd;
import io.clmaven.runtime.random.RandomStreams;
import java.util.ArrayList;
import java.util.List;

/** Steps of one method with SGD; remembers what each update did. */
final class ReplayStep implements WholeStep {

  private final Network network;
  private final FlatVector parameters;
  private final Sgd sgd = new Sgd();
  private final List<float[]> gradients = new ArrayList<>();
  private final List<float[]> updated = new ArrayList<>();
  private Task task;
  private Batch batch;
  private int epoch;
  private Runnable afterUpdate = () -> {};

  ReplayStep(Network network, Sgd.Parameters settings) {
    this.network = network;
    this.parameters = network.parameters();
    sgd.begin(settings, network.layout(), new RandomStreams(0));
  }

  Sgd sgd() {
    return sgd;
  }

  /** Goes to a batch of a task. */
  ReplayStep at(Task task, int epoch, Batch batch) {
    this.task = task;
    this.epoch = epoch;
    this.batch = batch;
    gradients.clear();
    updated.clear();
    return this;
  }

  /** Has something looked at after each update. */
  void afterUpdate(Runnable look) {
    afterUpdate = look;
  }

  /** Returns the parameters after each update of this step. */
  List<float[]> updated() {
    return updated;
  }

  @Override
  public void update(FlatVector gradient) {
    gradients.add(gradient.pull().clone());
    sgd.update(parameters, gradient);
    updated.add(parameters.pull().clone());
    afterUpdate.run();
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
    return Double.NaN;
  }

  @Override
  public float[] gradient() {
    return gradients.get(gradients.size() - 1);
  }

  @Override
  public float[] parameters() {
    return parameters.values();
  }

  @Override
  public long step() {
    return 0;
  }

  @Override
  public int epoch() {
    return epoch;
  }
}
