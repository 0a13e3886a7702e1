package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.method.replay.FrozenParameters;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import io.clmaven.runtime.state.Stateful;

/** How weights are perturbed in the course of the tasks. */
final class Pushes implements Stateful {

  private final FsDgpmParameters parameters;
  private final int sign; // s
  private final FrozenParameters normalisation;
  private double eta1;

  Pushes(FsDgpmParameters parameters, Perturbation perturbation, ParameterLayout layout) {
    this.parameters = parameters;
    this.sign = perturbation.sign();
    this.normalisation = FrozenParameters.normalisation(layout);
    this.eta1 = parameters.eta1();
  }

  void beginTask() {
    eta1 = parameters.eta1();
  }

  /** Tells that the learning rate was divided. */
  void decay(double factor) {
    eta1 /= factor;
  }

  /** Returns that of a task as it is now. */
  Push of(Task task) {
    boolean frozen = parameters.freezeBatchNorm() && task.index() > 0;
    return new Push((float) (sign * eta1), frozen ? normalisation : FrozenParameters.NONE);
  }

  /** Returns the length in force. */
  double eta1() {
    return eta1;
  }

  @Override
  public void save(StateWriter out) {
    out.putDouble("pushes.eta1", eta1);
  }

  @Override
  public void load(StateReader in) {
    eta1 = in.getDouble("pushes.eta1");
  }
}
