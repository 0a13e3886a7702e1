package io.clmaven.runtime.engine.onednn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Derivatives.Power;
import io.clmaven.runtime.engine.DoubleNetwork;
import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.Initialization;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.ModelBuilder;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.SoftmaxCrossEntropy;
import io.clmaven.runtime.engine.Window;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoolBeforeReluTest {

  private static final Layer POOL = new Layer.MaxPool(Window.square(3, 2, 1));

  private static ModelBuilder convolution() {
    Layer layer =
        new Layer.Convolution(
            4, Window.square(2, 1, 0), Initialization.PYTORCH, Initialization.PYTORCH);
    return ModelSpec.input(List.of(2, 6, 7)).then("conv", layer);
  }

  private static ModelSpec pooled(Layer relu) {
    return convolution()
        .then("relu", relu)
        .then("pool", POOL)
        .then("flatten", new Layer.Flatten())
        .then("linear", Models.linear(3, true))
        .build();
  }

  private static List<Layer> layers(ModelSpec model) {
    return PoolBeforeRelu.in(model).nodes().stream().map(ModelSpec.Node::layer).toList();
  }

  @Test
  void exchangesThemBehindAConvolution() {
    ModelSpec model = pooled(new Layer.Relu());
    ModelSpec exchanged = PoolBeforeRelu.in(model);
    assertThat(layers(model).subList(1, 3)).containsExactly(POOL, new Layer.Relu());
    assertThat(exchanged.shape("relu")).isEqualTo(exchanged.shape("pool"));
    assertThat(exchanged.layout()).isEqualTo(model.layout());
  }

  @Test
  void leavesAReluThatFeedsMoreThanThePool() {
    ModelSpec model =
        convolution()
            .then("relu", new Layer.Relu())
            .then("pool", POOL)
            .join("means", new Layer.GlobalAveragePool(), "relu")
            .build();
    assertThat(PoolBeforeRelu.in(model)).isEqualTo(model);
  }

  @Test
  void leavesAReluBehindBatchNorm() {
    ModelSpec model =
        convolution()
            .then("bn", new Layer.BatchNorm(Layer.BatchNorm.Statistics.BATCH))
            .then("relu", new Layer.Relu())
            .then("pool", POOL)
            .build();
    assertThat(PoolBeforeRelu.in(model)).isEqualTo(model);
  }

  /** The other network has a leaky ReLU, which stays where it is. */
  @Test
  void changesNoDerivative() {
    ModelSpec unchanged = pooled(new Layer.LeakyRelu(0));
    Batch batch = Models.batch(unchanged, 3, 1);
    try (Network network = Models.compile(new OnednnEngine(), pooled(new Layer.Relu()), 1);
        Network other = Models.compile(new OnednnEngine(), unchanged, 1)) {
      assertClose(derivatives(network, batch), derivatives(other, batch));
    }
  }

  /** Returns gradient, Hessian-vector product and squared gradients of samples. */
  private static List<float[]> derivatives(Network network, Batch batch) {
    network.forward(batch, Mode.TRAIN);
    network.backward(batch, new SoftmaxCrossEntropy());
    FlatVector product = network.vector();
    FlatVector squares = network.vector();
    network.derivatives().hessianVectorProduct(network.parameters(), product);
    network.derivatives().sampleGradients(Power.SQUARE, squares);
    return List.of(network.gradient().pull(), product.pull(), squares.pull());
  }

  private static void assertClose(List<float[]> actual, List<float[]> expected) {
    for (int i = 0; i < expected.size(); i++) {
      double[] e = DoubleNetwork.doubles(expected.get(i));
      double largest = Arrays.stream(e).map(Math::abs).max().orElseThrow();
      assertThat(DoubleNetwork.doubles(actual.get(i))).containsExactly(e, within(1e-5 * largest));
    }
  }
}
