package io.clmaven.runtime.method.trajectory;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.component.Selection;
import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.optimizer.Optimizer;
import io.clmaven.runtime.random.RandomStreams;

/** A real optimizer that remembers the gradient of its last update as it received it. */
final class ReceivedGradient implements Optimizer {

  private final Optimizer optimizer;
  private float[] last = {};

  ReceivedGradient(Optimizer optimizer) {
    this.optimizer = optimizer;
  }

  /** Returns a choice of this one. */
  Selection<Optimizer> with(Record parameters) {
    return new Selection<>(declaration(), parameters, () -> this);
  }

  float[] last() {
    return last;
  }

  @Override
  public void update(FlatVector parameters, FlatVector gradient) {
    last = gradient.pull().clone();
    optimizer.update(parameters, gradient);
  }

  @Override
  public Declaration declaration() {
    return optimizer.declaration();
  }

  @Override
  public void begin(Record parameters, ParameterLayout layout, RandomStreams random) {
    optimizer.begin(parameters, layout, random);
  }

  @Override
  public void beginTask() {
    optimizer.beginTask();
  }

  @Override
  public void beginEpoch() {
    optimizer.beginEpoch();
  }

  @Override
  public double learningRate() {
    return optimizer.learningRate();
  }

  @Override
  public void learningRate(double rate) {
    optimizer.learningRate(rate);
  }
}
