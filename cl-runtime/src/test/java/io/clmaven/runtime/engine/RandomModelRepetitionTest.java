package io.clmaven.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.engine.onednn.OnednnEngine;
import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Engine {@code onednn} computes the same again, to the bit, for any model. */
class RandomModelRepetitionTest {

  private static final OutputRange HEAD = new OutputRange(0, 3);

  @Provide
  Arbitrary<ModelSpec> models() {
    return RandomModels.withDropout(0.4);
  }

  private static Network compile(ModelSpec model) {
    return Models.compile(new OnednnEngine(), model, 1);
  }

  @Property(tries = 50)
  void repeatedRunsGiveTheSameBits(
      @ForAll("models") ModelSpec model, @ForAll @IntRange(min = 1, max = 5) int samples) {
    Batch batch = Models.batch(model, RandomModels.samples(model, samples), HEAD, 1);
    Batch other = Models.batch(model, RandomModels.samples(model, 3), HEAD, 2);
    try (Network network = compile(model)) {
      float[] logits = logits(network.forward(batch, Mode.TRAIN));
      float[] statistics = network.statistics().values().clone();
      float[] gradient = gradient(network, batch);
      long pass = network.pass();
      network.forward(other, Mode.EVALUATE);
      gradient(network, other);
      assertThat(logits(network.repeat(batch, pass))).containsExactly(logits);
      assertThat(gradient(network, batch)).containsExactly(gradient);
      assertThat(network.statistics().values()).containsExactly(statistics);
    }
  }

  @Property(tries = 50)
  void aCopyOfTheParametersComputesTheSame(@ForAll("models") ModelSpec model) {
    Batch batch = Models.batch(model, 3, HEAD, 1);
    try (Network network = compile(model)) {
      float[] logits = logits(network.forward(batch, Mode.EVALUATE));
      FlatVector start = network.parameters();
      FlatVector copy = network.vector();
      System.arraycopy(start.pull(), 0, copy.values(), 0, copy.length());
      Arrays.fill(start.values(), 0.5f);
      network.use(copy);
      assertThat(logits(network.forward(batch, Mode.EVALUATE))).containsExactly(logits);
      network.use(start);
      assertThat(logits(network.forward(batch, Mode.EVALUATE))).isNotEqualTo(logits);
    }
  }

  private static float[] logits(INDArray logits) {
    return logits.dup('c').data().asFloat();
  }

  private static float[] gradient(Network network, Batch batch) {
    network.backward(batch, new SoftmaxCrossEntropy());
    return network.gradient().pull().clone();
  }
}
