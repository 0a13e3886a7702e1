package io.clmaven.runtime.method.ewc;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.Loss;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.Network;
import java.util.List;

/** The gradient of the mean loss of many samples in evaluation mode, from smaller batches. */
final class MeanGradient {

  private final Network network;
  private final FlatVector mean; // [P]

  MeanGradient(Network network) {
    this.network = network;
    this.mean = network.vector();
  }

  /** Computes it and returns the mean loss. */
  double compute(List<Batch> batches, Loss loss) {
    int samples = batches.stream().mapToInt(Batch::size).sum();
    mean.clear(0, mean.length());
    double total = 0;
    for (Batch batch : batches) {
      network.forward(batch, Mode.EVALUATE);
      total += batch.size() * network.backwardUnprojected(batch, loss);
      mean.add((float) batch.size() / samples, network.gradient());
    }
    return total / samples;
  }

  /** Returns the gradient [P]. */
  FlatVector value() {
    return mean;
  }
}
