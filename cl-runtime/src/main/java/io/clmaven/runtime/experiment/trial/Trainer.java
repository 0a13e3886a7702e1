package io.clmaven.runtime.experiment.trial;

import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.Loss;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.method.WholeStep;
import io.clmaven.runtime.optimizer.Optimizer;

/** Does one training step after the other; nothing is allocated in a step. */
final class Trainer implements WholeStep {

  private final Network network;
  private final MethodChain methods;
  private final Optimizer optimizer;
  private final Loss lossFunction;
  private final Position position;
  private final StepRule rule;
  private final FlatVector parameters; // [P]
  private FlatVector gradient; // [P]
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
    this.rule = methods.wholeStep().<StepRule>map(m -> m::step).orElse(c -> gradientStep());
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
    loss = rule.step(this);
    if (Double.isFinite(loss)) {
      methods.afterStep(this);
    }
    return loss;
  }

  private double gradientStep() {
    network.forward(batch, Mode.TRAIN);
    loss = network.backward(batch, lossFunction);
    if (Double.isFinite(loss)) {
      update(network.gradient());
    }
    return loss;
  }

  @Override
  public void update(FlatVector next) {
    gradient = next;
    methods.adjustGradient(this);
    optimizer.update(parameters, gradient);
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

  @Override
  public int epoch() {
    return position.epoch();
  }

  /** What a step does with the batch of its context; returns the loss. */
  private interface StepRule {

    double step(WholeStep context);
  }
}
