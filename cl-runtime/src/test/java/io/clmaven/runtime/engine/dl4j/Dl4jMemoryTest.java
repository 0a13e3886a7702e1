package io.clmaven.runtime.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.SoftmaxCrossEntropy;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;

class Dl4jMemoryTest {

  private static final long MEGABYTE = 1 << 20;

  @Test
  void memoryStaysFlatOverSomeHundredSteps() {
    ModelSpec model = Models.mlp(20, true, 64, 64, 5);
    Batch batch = Models.batch(model, 5000, 1);
    try (Network network = Models.compile(new Dl4jEngine(), model, 1)) {
      train(network, batch, 60);
      long before = Pointer.physicalBytes();
      train(network, batch, 300); // 2 GB of values and errors
      assertThat(Pointer.physicalBytes() - before).isLessThan(512 * MEGABYTE);
    }
  }

  private static void train(Network network, Batch batch, int steps) {
    for (int i = 0; i < steps; i++) {
      network.forward(batch, Mode.TRAIN);
      network.backward(batch, new SoftmaxCrossEntropy());
      network.parameters().add(-1e-3f, network.gradient());
    }
  }
}
