package io.clmaven.runtime.method.ewc;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Derivatives;
import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.Loss;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.Network;

/** The sum of the squared gradients of single samples, in evaluation mode. */
final class SampleSquares {

  private final Network network;
  private final FlatVector ofBatch; // [P]
  private final FlatVector sum; // [P]

  SampleSquares(Network network) {
    this.network = network;
    this.ofBatch = network.vector();
    this.sum = network.vector();
  }

  void clear() {
    sum.clear(0, sum.length());
  }

  /** Adds the samples of a batch. */
  void add(Batch batch, Loss loss) {
    network.forward(batch, Mode.EVALUATE);
    network.backwardUnprojected(batch, loss);
    network.derivatives().sampleGradients(Derivatives.Power.SQUARE, ofBatch);
    sum.add(1f, ofBatch);
  }

  /** Divides the sum by a number of samples and returns it [P], until the next {@link #clear}. */
  float[] mean(int samples) {
    sum.scale(1f / samples);
    return sum.pull();
  }
}
