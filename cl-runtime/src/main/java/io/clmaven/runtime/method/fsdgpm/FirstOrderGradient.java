package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.Network;

/** The first-order gradient: the sum of the gradients where they were taken. */
final class FirstOrderGradient implements OuterGradient {

  private final FlatVector ahead; // every perturbation goes on from the one before
  private final FlatVector sum;

  FirstOrderGradient(Network network) {
    this.ahead = network.vector();
    this.sum = network.vector();
  }

  @Override
  public void begin(Push push) {}

  @Override
  public FlatVector ahead(int index) {
    return ahead;
  }

  @Override
  public void gradient(InnerStep step, FlatVector gradient) {}

  @Override
  public void direction(InnerStep step, FlatVector direction) {}

  @Override
  public void outer(InnerStep step, FlatVector gradient) {
    if (step.index() == 0) {
      sum.copyFrom(gradient);
    } else {
      sum.add(1f, gradient);
    }
  }

  @Override
  public FlatVector result(int divisor) {
    sum.scale(1f / divisor);
    return sum;
  }
}
