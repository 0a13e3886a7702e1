package io.clmaven.runtime.method;

import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.Loss;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.SoftmaxCrossEntropy;

/** A step whose update goes straight down the gradient. */
public record PlainStep(Network network, Task task, Batch batch) implements WholeStep {

  private static final Loss LOSS = new SoftmaxCrossEntropy();

  /** Steps along the gradient of the batch, as a method adjusts it. */
  void learn(ContinualMethod method) {
    network.forward(batch, Mode.TRAIN);
    network.backward(batch, LOSS);
    method.adjustGradient(this);
    update(network.gradient());
  }

  @Override
  public void update(FlatVector gradient) {
    network.parameters().add(-1e-4f, gradient);
  }

  @Override
  public double loss() {
    return Double.NaN;
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
    return 0;
  }

  @Override
  public int epoch() {
    return 0;
  }
}
