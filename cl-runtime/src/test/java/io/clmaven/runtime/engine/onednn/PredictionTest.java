package io.clmaven.runtime.engine.onednn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Layer.BatchNorm.Statistics;
import io.clmaven.runtime.engine.Loss;
import io.clmaven.runtime.engine.MissingPassException;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.SoftmaxCrossEntropy;
import io.clmaven.runtime.model.ReducedResNet18;
import io.clmaven.runtime.model.SmallResNet18;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PredictionTest {

  private static final Loss LOSS = new SoftmaxCrossEntropy();
  private static final List<Integer> IMAGE = List.of(3, 16, 16);

  private static ModelSpec reduced(double dropout) {
    return new ReducedResNet18()
        .specify(new ReducedResNet18.Parameters(5, dropout), List.of(3, 32, 32), 4);
  }

  private static ModelSpec small(Statistics statistics) {
    return new SmallResNet18().specify(new SmallResNet18.Parameters(5, statistics), IMAGE, 4);
  }

  static Stream<ModelSpec> models() {
    return Stream.of(reduced(0), reduced(0.1), small(Statistics.RUNNING), small(Statistics.BATCH));
  }

  @ParameterizedTest
  @MethodSource("models")
  void isThatOfTheEvaluationMode(ModelSpec model) {
    Batch batch = Models.batch(model, 3, 1);
    try (Network network = Models.compile(new OnednnEngine(), model, 1)) {
      for (int step = 0; step < 2; step++) { // it follows parameters and running statistics
        float[] expected = network.forward(batch, Mode.EVALUATE).data().asFloat();
        float[] predicted = network.predict(batch).data().asFloat();
        assertThat(predicted).containsExactly(expected, within(1e-5f));
        network.forward(batch, Mode.TRAIN);
        network.backward(batch, LOSS);
        network.parameters().add(-0.1f, network.gradient());
      }
    }
  }

  @Test
  void leavesNothingToGoBackOn() {
    ModelSpec model = small(Statistics.RUNNING);
    Batch batch = Models.batch(model, 3, 1);
    try (Network network = Models.compile(new OnednnEngine(), model, 1)) {
      network.forward(batch, Mode.TRAIN);
      network.predict(batch);
      assertThatExceptionOfType(MissingPassException.class)
          .isThrownBy(() -> network.backward(batch, LOSS));
    }
  }

  @Test
  void aSumBelongsToOneOfTheChainsThatMeetInIt() {
    List<Chain> chains = Chain.in(small(Statistics.RUNNING));
    List<String> ends = chains.stream().map(chain -> chain.end().name()).toList();
    assertThat(ends).contains("layer2.0.relu2", "layer2.0.shortcut.bn").doesNotHaveDuplicates();
  }
}
