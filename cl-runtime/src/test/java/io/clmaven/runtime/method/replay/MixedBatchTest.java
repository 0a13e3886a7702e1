package io.clmaven.runtime.method.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Engines;
import io.clmaven.runtime.engine.Loss;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.engine.SoftmaxCrossEntropy;
import io.clmaven.runtime.random.RandomStreams;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.factory.Nd4j;

class MixedBatchTest {

  private static final ModelSpec MODEL = Models.mlp(2, false, 4, 6);
  private static final OutputRange FIRST = new OutputRange(0, 3);
  private static final OutputRange SECOND = new OutputRange(3, 6);

  private final ReplayBuffer buffer = new ReplayBuffer(8, 2);
  private final MixedBatches batches = new MixedBatches(MODEL);

  MixedBatchTest() {
    Batch old = batch(FIRST, new float[][] {{1, 2}, {3, 4}, {5, 6}}, 0, 1, 2);
    buffer.offer(old, new int[] {0, 1, 2}, 0, ReplayDraws.of(new RandomStreams(1)));
  }

  private MixedBatch mixed() {
    Batch incoming = batch(SECOND, new float[][] {{7, 8}, {9, 10}, {11, 12}}, 2, 1, 0);
    return batches.mix(incoming, new int[] {2, 0, 1}, buffer, new int[] {2, 0});
  }

  @Test
  void samplesFollowTheRowsOfTheBatch() {
    Batch whole = mixed().whole();
    assertThat(whole.inputs().toFloatMatrix())
        .isDeepEqualTo(new float[][] {{11, 12}, {7, 8}, {9, 10}, {5, 6}, {1, 2}});
    assertThat(whole.labels()).containsExactly(3, 5, 4, 2, 0);
    assertThat(whole.outputs()).isEqualTo(new OutputRange(0, 6));
  }

  @Test
  void memoryOfASizeIsUsedAgain() {
    MixedBatch first = mixed();
    List<Batch> chunks = List.copyOf(first.chunks(3, 2, SECOND));
    assertThat(mixed().whole()).isSameAs(first.whole());
    assertThat(mixed().chunks(3, 2, SECOND)).isEqualTo(chunks);
  }

  @Test
  void chunksDivideTheFirstRows() {
    List<Batch> chunks = mixed().chunks(3, 2, SECOND);
    assertThat(chunks).hasSize(2);
    assertThat(chunks.get(0).inputs().toFloatMatrix())
        .isDeepEqualTo(new float[][] {{11, 12}, {7, 8}});
    assertThat(chunks.get(0).labels()).containsExactly(0, 2);
    assertThat(chunks.get(1).inputs().toFloatMatrix()).isDeepEqualTo(new float[][] {{9, 10}});
    assertThat(chunks.get(1).labels()).containsExactly(1);
    assertThat(chunks).extracting(Batch::outputs).containsOnly(SECOND);
  }

  @Test
  void fewRowsMakeFewerChunksThanAskedFor() {
    List<Batch> chunks = mixed().chunks(5, 4, new OutputRange(0, 6));
    assertThat(chunks).extracting(Batch::size).containsExactly(2, 2, 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"onednn", "dl4j"})
  void aNetworkSeesAChunkLikeABatchOfItsOwn(String engine) {
    Loss loss = new SoftmaxCrossEntropy();
    try (Network network = Models.compile(Engines.installed().choose(engine), MODEL, 1)) {
      for (Batch chunk : mixed().chunks(3, 2, SECOND)) {
        network.forward(chunk, Mode.TRAIN);
        double seen = network.backward(chunk, loss);
        float[] gradient = network.gradient().pull().clone();
        Batch own = new Batch(chunk.inputs().dup('c'), chunk.labels(), SECOND);
        network.forward(own, Mode.TRAIN);
        assertThat(seen).isEqualTo(network.backward(own, loss));
        assertThat(gradient).containsExactly(network.gradient().pull());
      }
    }
  }

  private static Batch batch(OutputRange outputs, float[][] inputs, int... labels) {
    return new Batch(Nd4j.createFromArray(inputs), labels, outputs);
  }
}
