package io.clmaven.runtime.engine.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Loss;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.SoftmaxCrossEntropy;
import io.clmaven.runtime.model.Networks;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A step takes no memory once it has run: neither Java objects nor native memory. */
class OnednnMemoryTest {

  private static final long MEGABYTE = 1 << 20;
  private static final int WARM_UP = 300;
  private static final int STEPS = Integer.getInteger("cl.memory.steps", 2000);
  private static final Loss LOSS = new SoftmaxCrossEntropy();
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{name: mlp, hidden: [30], dropout: 0.2, gates: true, activation: tanh}",
        "convnet",
        "{name: small-resnet-18, width: 4, statistics: running}",
        "{name: gated-convnet, filters: 8, layers: 2}",
        "{name: lenet, normalization: local-response}",
      })
  void stepsTakeNoMemory(String name) {
    ModelSpec model = Networks.specify(name, List.of(3, 16, 16), 10);
    Batch batch = Models.batch(model, 2, 1);
    try (Network network = Models.compile(new OnednnEngine(), model, 1)) {
      train(network, batch, WARM_UP);
      long tracked = Pointer.totalBytes();
      long physical = Pointer.physicalBytes();
      long allocated = THREADS.getCurrentThreadAllocatedBytes();
      train(network, batch, STEPS);
      long perStep = (THREADS.getCurrentThreadAllocatedBytes() - allocated) / STEPS;
      assertThat(perStep).isLessThan(1000);
      assertThat(Pointer.totalBytes()).isEqualTo(tracked);
      assertThat(Pointer.physicalBytes() - physical).isLessThan(32 * MEGABYTE);
    }
  }

  private static void train(Network network, Batch batch, int steps) {
    for (int i = 0; i < steps; i++) {
      network.forward(batch, Mode.TRAIN);
      network.backward(batch, LOSS);
      network.parameters().add(-1e-3f, network.gradient());
    }
  }
}
