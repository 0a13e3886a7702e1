package io.clmaven.runtime.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.Loss;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.SoftmaxCrossEntropy;
import io.clmaven.runtime.engine.UnsupportedModelException;
import java.util.List;
import org.junit.jupiter.api.Test;

class Dl4jEngineTest {

  private static final Loss LOSS = new SoftmaxCrossEntropy();

  private final Dl4jEngine engine = new Dl4jEngine();

  @Test
  void dropoutMasksFollowTheStream() {
    ModelSpec model = withDropout(0.5);
    Batch batch = Models.batch(model, 8, 1);
    try (Network one = Models.compile(engine, model, 2);
        Network other = Models.compile(engine, model, 2)) {
      float[] first = gradient(one, batch);
      assertThat(gradient(other, batch)).containsExactly(first);
      assertThat(gradient(one, batch)).isNotEqualTo(first);
      assertThat(one.forward(batch, Mode.EVALUATE)).isEqualTo(other.forward(batch, Mode.EVALUATE));
    }
  }

  @Test
  void liftedProjectionGivesThePlainGradientAgain() {
    ModelSpec model = Models.mlp(6, true, 5, 3);
    Batch batch = Models.batch(model, 4, 1);
    try (Network network = Models.compile(engine, model, 2)) {
      float[] plain = gradient(network, batch);
      network.project(network.layout().weights().get(0), Models.orthonormal(6, 2, 1));
      assertThat(gradient(network, batch)).isNotEqualTo(plain);
      network.project(network.layout().weights().get(0), null);
      assertThat(gradient(network, batch)).containsExactly(plain);
    }
  }

  @Test
  void refusesBackwardAfterAnEvaluation() {
    ModelSpec model = Models.mlp(3, false, 2);
    Batch batch = Models.batch(model, 4, 1);
    try (Network network = Models.compile(engine, model, 1)) {
      network.forward(batch, Mode.EVALUATE);
      assertThatIllegalStateException()
          .isThrownBy(() -> network.backward(batch, LOSS))
          .withMessage(
              "backward of 4 samples needs a forward of the same batch in training mode before it");
    }
  }

  @Test
  void refusesWhatDl4jCannotExpress() {
    ModelSpec model = withDropout(1);
    assertThatExceptionOfType(UnsupportedModelException.class)
        .isThrownBy(() -> Models.compile(engine, model, 1))
        .withMessage(
            "Cannot compile layer 'drop1' with engine 'dl4j': it has no dropout with probability"
                + " 1.0. Choose engine 'onednn'.");
  }

  private static ModelSpec withDropout(double probability) {
    return ModelSpec.input(List.of(20))
        .then("lin1", Models.linear(20, false))
        .then("drop1", new Layer.Dropout(probability))
        .then("lin2", Models.linear(3, false))
        .build();
  }

  private static float[] gradient(Network network, Batch batch) {
    network.forward(batch, Mode.TRAIN);
    network.backward(batch, LOSS);
    return network.gradient().pull().clone();
  }
}
