package io.clmaven.runtime.experiment.trial;

import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.Loss;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.method.StepContext;
import io.clmaven.runtime.optimizer.Optimizer;

/** Does one training step after the other; nothing is allocated in a step. */
final class Trainer implements StepContext {

  private final Network network;
  private final MethodChain methods;
  private final Optimizer optimizer;
  private final Loss lossFunction;
  private final Position position;
  private final FlatVector gradient; // [P]
  private final FlatVector parameters; // [P]
  private Task task;
  private Batch batch;
  private double loss;

  Trainer(TrialParts parts, Loss lossFunction, Position position) {
    this.network = parts.network();
    this.methods = parts.methods();
    this.optimizer = parts.optimizer();
    this.lossFunction = lossFunction;
    this.position = position;
    this.gradient = network.gradient();
    this.parameters = network.parameters();
  }

  /** Names the task that the next steps belong to. */
  void enter(Task next) {
    task = next;
  }

  /**
   * Updates the parameters once.
   *
   * @return the mean loss before the update; where it is not finite, nothing was updated
   */
  double step(Batch incoming) {
    batch = methods.compose(incoming);
    network.forward(batch, Mode.TRAIN);
    loss = network.backward(batch, lossFunction);
    if (!Double.isFinite(loss)) {
      return loss;
    }
    methods.adjustGradient(this);
    optimizer.update(parameters, gradient);
    methods.afterStep(this);
    return loss;
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
    return parameters.values();
  }

  @Override
  public long step() {
    return position.total();
  }
}
