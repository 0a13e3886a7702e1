package io.clmaven.runtime.engine.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Loss;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.engine.SoftmaxCrossEntropy;
import io.clmaven.runtime.model.Activation;
import io.clmaven.runtime.model.Mlp;
import io.clmaven.runtime.optimizer.Sgd;
import io.clmaven.runtime.random.RandomStreams;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;

class OnednnTrainingTest {

  private static final long MEGABYTE = 1 << 20;
  private static final Loss LOSS = new SoftmaxCrossEntropy();

  private final OnednnEngine engine = new OnednnEngine();
  private final ModelSpec model =
      new Mlp()
          .specify(
              new Mlp.Parameters(List.of(32, 32), true, Activation.RELU, false, 0.25, 1),
              List.of(64),
              8);

  @Test
  void theSameSeedGivesTheSameBits() {
    assertThat(trained(3)).containsExactly(trained(3)).isNotEqualTo(trained(4));
  }

  private float[] trained(long seed) {
    try (Network network = Models.compile(engine, model, seed)) {
      Sgd sgd = sgd(network);
      for (int i = 0; i < 50; i++) {
        step(network, sgd, Models.batch(model, 1 + i % 7, i));
      }
      return network.parameters().values().clone();
    }
  }

  @Test
  void learnsWhatItIsShown() {
    ModelSpec plain = Models.mlp(64, true, 32, 8);
    Batch batch = Models.batch(plain, 16, 1);
    try (Network network = Models.compile(engine, plain, 1)) {
      Sgd sgd = sgd(network);
      double first = step(network, sgd, batch);
      double last = first;
      for (int i = 0; i < 300; i++) {
        last = step(network, sgd, batch);
      }
      assertThat(last).isLessThan(first / 10);
    }
  }

  @Test
  void stepsTakeNoMemory() {
    Batch full = Models.batch(model, 100, 1);
    Batch rest = Models.batch(model, 3, 2);
    Batch evaluation = Models.batch(model, 256, 3);
    try (Network network = Models.compile(engine, model, 1)) {
      Segment first = network.layout().weights().get(0);
      network.project(first, Models.orthonormal(first.columns(), 40, 1));
      Sgd sgd = sgd(network);
      run(network, sgd, 2_000, full, rest, evaluation);
      long tracked = Pointer.totalBytes();
      long physical = Pointer.physicalBytes();
      run(network, sgd, 20_000, full, rest, evaluation);
      assertThat(Pointer.totalBytes()).isLessThan(tracked + MEGABYTE);
      // a leak of the smallest matrix, 100 x 8 floats a step, would be 64 MB
      assertThat(Pointer.physicalBytes() - physical).isLessThan(32 * MEGABYTE);
    }
  }

  /** Trains on the first two batches, evaluates on the third. */
  private static void run(Network network, Sgd sgd, int steps, Batch... batches) {
    for (int i = 0; i < steps; i++) {
      step(network, sgd, i % 10 == 9 ? batches[1] : batches[0]);
      if (i % 100 == 99) {
        network.forward(batches[2], Mode.EVALUATE);
      }
    }
  }

  @Test
  void closeGivesAllMemoryBack() {
    ModelSpec large = Models.mlp(1000, true, 1000, 10);
    Batch batch = Models.batch(large, 500, 1);
    openAndClose(large, batch);
    long tracked = Pointer.totalBytes();
    long physical = Pointer.physicalBytes();
    for (int i = 0; i < 30; i++) {
      openAndClose(large, batch);
    }
    assertThat(Pointer.totalBytes()).isLessThan(tracked + MEGABYTE);
    // 30 networks of 8 MB of parameters and gradient, 4 MB of basis and 8 MB of activations
    assertThat(Pointer.physicalBytes() - physical).isLessThan(200 * MEGABYTE);
  }

  private void openAndClose(ModelSpec large, Batch batch) {
    try (Network network = Models.compile(engine, large, 1)) {
      network.project(network.layout().weights().get(0), Models.orthonormal(1000, 5, 1));
      network.forward(batch, Mode.TRAIN);
      network.backward(batch, LOSS);
    }
  }

  private static Sgd sgd(Network network) {
    Sgd sgd = new Sgd();
    sgd.begin(new Sgd.Parameters(0.1, 0.5, false, 0), network.layout(), new RandomStreams(1));
    return sgd;
  }

  private static double step(Network network, Sgd sgd, Batch batch) {
    network.forward(batch, Mode.TRAIN);
    double loss = network.backward(batch, LOSS);
    sgd.update(network.parameters(), network.gradient());
    return loss;
  }
}
