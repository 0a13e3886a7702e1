package io.clmaven.runtime.engine.onednn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.Loss;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.ModelBuilder;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.engine.SoftmaxCrossEntropy;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class OnednnNetworkTest {

  private static final Loss LOSS = new SoftmaxCrossEntropy();
  private final OnednnEngine engine = new OnednnEngine();

  @Test
  void computesLogitsOfAHandMadeNetwork() {
    ModelSpec model = Models.mlp(2, true, 2, 1);
    try (Network network = Models.compile(engine, model, 1)) {
      // lin1: W = [[1, 2], [-1, -1]], b = [0.5, 0]; lin2: W = [[3, 4]], b = [-1]
      set(network, 1, 2, -1, -1, 0.5f, 0, 3, 4, -1);
      Batch batch =
          new Batch(
              Nd4j.createFromArray(new float[][] {{1, 1}, {-2, 0}}),
              new int[2],
              new OutputRange(0, 1));
      // first row: (3.5, -2) -> (3.5, 0) -> 9.5; second row: (-1.5, 2) -> (0, 2) -> 7
      assertThat(network.forward(batch, Mode.EVALUATE).toFloatVector()).containsExactly(9.5f, 7f);
    }
  }

  @Test
  void gradientEqualsCentralDifferences() {
    ModelSpec model = Models.mlp(7, true, 6, 5, 4);
    Batch batch = Models.batch(model, 3, new OutputRange(1, 4), 2);
    try (Network network = Models.compile(engine, model, 2)) {
      network.forward(batch, Mode.TRAIN);
      network.backward(batch, LOSS);
      float[] gradient = network.gradient().pull().clone();
      for (int i = 0; i < gradient.length; i++) {
        assertThat((double) gradient[i]).isCloseTo(slope(network, batch, i), within(2e-3));
      }
    }
  }

  private static double slope(Network network, Batch batch, int index) {
    float step = 1e-2f;
    FlatVector parameters = network.parameters();
    float old = parameters.pull()[index];
    parameters.values()[index] = old + step;
    double above = loss(network, batch);
    parameters.values()[index] = old - step;
    double below = loss(network, batch);
    parameters.values()[index] = old;
    return (above - below) / (2 * step);
  }

  private static double loss(Network network, Batch batch) {
    network.forward(batch, Mode.TRAIN);
    return network.backward(batch, LOSS);
  }

  @Test
  void acceptsBatchesOfAnySizeInAnyOrder() {
    ModelSpec model = Models.mlp(11, true, 13, 3);
    try (Network network = Models.compile(engine, model, 3)) {
      float[] first = gradient(network, Models.batch(model, 5, 1));
      gradient(network, Models.batch(model, 200, 2));
      network.forward(Models.batch(model, 1000, 3), Mode.EVALUATE);
      gradient(network, Models.batch(model, 1, 4));
      assertThat(gradient(network, Models.batch(model, 5, 1))).containsExactly(first);
    }
  }

  /** The gradient of a large weight is computed when somebody looks at it. */
  @Test
  void theGradientOutlivesThePassesAfterIt() {
    ModelSpec model = Models.mlp(8, true, 1024, 1100, 3);
    Batch batch = Models.batch(model, 4, 1);
    try (Network network = Models.compile(engine, model, 1)) {
      Segment weight = network.layout().weights().get(1);
      network.project(weight, Models.orthonormal(1024, 2, 1));
      float[] expected = gradient(network, batch);
      network.forward(batch, Mode.TRAIN);
      network.backward(batch, LOSS);
      network.project(weight, null);
      network.forward(Models.batch(model, 5, 2), Mode.EVALUATE);
      network.forward(Models.batch(model, 4, 3), Mode.TRAIN);
      assertThat(network.gradient().pull()).isEqualTo(expected);
    }
  }

  @Test
  void readsRowsOfALargerArrayWhereTheyAre() {
    ModelSpec model = Models.mlp(5, true, 4, 3);
    INDArray all = Models.batch(model, 20, 1).inputs();
    INDArray rows = all.get(NDArrayIndex.interval(7, 10), NDArrayIndex.all());
    Batch view = new Batch(rows, new int[3], new OutputRange(0, 3));
    Batch copy = new Batch(rows.dup('c'), new int[3], new OutputRange(0, 3));
    try (Network network = Models.compile(engine, model, 1)) {
      float[] expected = gradient(network, copy);
      assertThat(gradient(network, view)).containsExactly(expected);
      rows.muli(2);
      assertThat(gradient(network, view)).isNotEqualTo(expected);
    }
  }

  @Test
  void keepsTheGradientWhenALargeLayersInputsAreRefilled() {
    ModelSpec model = Models.mlp(1100, false, 1000, 3);
    Batch batch = Models.batch(model, 2, 1);
    try (Network network = Models.compile(engine, model, 1)) {
      float[] expected = Arrays.copyOf(gradient(network, batch), 1100);
      network.forward(batch, Mode.TRAIN);
      network.backward(batch, LOSS);
      batch.inputs().muli(2);
      assertThat(Arrays.copyOf(network.gradient().pull(), 1100)).containsExactly(expected);
    }
  }

  /** In evaluation a dropout layer hands the memory of the batch on. */
  @Test
  void keepsTheGradientBehindADropoutWhenTheBatchIsRefilled() {
    ModelSpec model =
        ModelSpec.input(List.of(1100))
            .then("drop", new Layer.Dropout(0.5))
            .then("lin1", Models.linear(1000, false))
            .build();
    Batch batch = Models.batch(model, 2, 1);
    try (Network network = Models.compile(engine, model, 1)) {
      network.forward(batch, Mode.EVALUATE);
      network.backward(batch, LOSS);
      float[] expected = Arrays.copyOf(network.gradient().pull(), 1100);
      network.forward(batch, Mode.EVALUATE);
      network.backward(batch, LOSS);
      batch.inputs().muli(2);
      assertThat(Arrays.copyOf(network.gradient().pull(), 1100)).containsExactly(expected);
    }
  }

  /** A flatten of features has no place of its own, and a branch that goes nowhere has one. */
  @Test
  void takesTheLogitsFromTheLastLayer() {
    ModelSpec model =
        ModelSpec.input(List.of(3))
            .then("lin1", Models.linear(2, true))
            .then("branch", new Layer.Tanh())
            .join("flatten", new Layer.Flatten(), "lin1")
            .build();
    Batch batch = Models.batch(model, 4, 1);
    try (Network plain = Models.compile(engine, Models.mlp(3, true, 2), 1);
        Network network = Models.compile(engine, model, 1)) {
      float[] gradient = gradient(plain, batch);
      assertThat(gradient(network, batch)).containsExactly(gradient);
      assertThat(curvature(network)).containsExactly(curvature(plain));
      assertThat(network.forward(batch, Mode.EVALUATE))
          .isEqualTo(plain.forward(batch, Mode.EVALUATE));
    }
  }

  /** Returns the product of the Hessian and a vector of ones. */
  private static float[] curvature(Network network) {
    FlatVector direction = network.vector();
    FlatVector product = network.vector();
    Arrays.fill(direction.values(), 1);
    network.derivatives().hessianVectorProduct(direction, product);
    return product.pull();
  }

  @Test
  void refusesInputsThatAreNotRowMajor() {
    ModelSpec model = Models.mlp(3, true, 2);
    INDArray columnMajor = Nd4j.ones(DataType.FLOAT, 3, 4).transpose();
    Batch batch = new Batch(columnMajor, new int[4], new OutputRange(0, 2));
    try (Network network = Models.compile(engine, model, 1)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> network.forward(batch, Mode.TRAIN))
          .withMessageStartingWith(
              "a batch must be row-major float32 with 3 values per sample, found ");
    }
  }

  @Test
  void refusesABasisOfAnotherSize() {
    ModelSpec model = Models.mlp(3, true, 2);
    try (Network network = Models.compile(engine, model, 1)) {
      Segment weight = network.layout().weights().get(0);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> network.project(weight, Nd4j.ones(DataType.FLOAT, 4, 1)))
          .withMessage("the basis of 'lin1' needs 3 rows and not more columns, found 4 x 1");
    }
  }

  @Test
  void refusesToProjectALayerWithoutWeight() {
    Segment relu = new Segment("relu1", Segment.Kind.WEIGHT, List.of(2, 2), 0);
    try (Network network = Models.compile(engine, Models.mlp(3, true, 2, 2), 1)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> network.project(relu, Models.orthonormal(2, 1, 1)))
          .withMessage("'relu1' has no weight");
    }
  }

  @Test
  void aBasisOfEverythingFreezesTheWeight() {
    ModelSpec model = Models.mlp(3, true, 2);
    Batch batch = Models.batch(model, 4, 1);
    try (Network network = Models.compile(engine, model, 1)) {
      network.project(network.layout().weights().get(0), Nd4j.eye(3).castTo(DataType.FLOAT));
      assertThat(Arrays.copyOf(gradient(network, batch), 6)).containsOnly(0f);
    }
  }

  @Test
  void computesTheGradientOfAnEvaluationWithoutDropout() {
    ModelBuilder drops = ModelSpec.input(List.of(3)).then("drop", new Layer.Dropout(0.9));
    ModelSpec model = drops.then("lin1", Models.linear(2, true)).build();
    Batch batch = Models.batch(model, 4, 1);
    try (Network plain = Models.compile(engine, Models.mlp(3, true, 2), 1);
        Network network = Models.compile(engine, model, 1)) {
      network.forward(batch, Mode.EVALUATE);
      network.backward(batch, LOSS);
      assertThat(network.gradient().pull()).containsExactly(gradient(plain, batch));
    }
  }

  @Test
  void refusesBackwardWithOtherParametersThanForward() {
    ModelSpec model = Models.mlp(3, false, 2);
    Batch batch = Models.batch(model, 4, 1);
    try (Network network = Models.compile(engine, model, 1)) {
      network.forward(batch, Mode.TRAIN);
      network.use(network.vector());
      assertThatIllegalStateException()
          .isThrownBy(() -> network.backward(batch, LOSS))
          .withMessage("backward of 4 samples needs a forward of the same batch before it");
    }
  }

  @Test
  void dropoutZeroesItsShareAndScalesTheRest() {
    ModelSpec model =
        ModelSpec.input(List.of(1, 100, 100))
            .then("flatten", new Layer.Flatten())
            .then("drop", new Layer.Dropout(0.25))
            .then("lin1", Models.linear(2, false))
            .build();
    Batch ones =
        new Batch(
            Nd4j.ones(1, 1, 100, 100).castTo(DataType.FLOAT), new int[1], new OutputRange(0, 2));
    try (Network network = Models.compile(engine, model, 1)) {
      float[] inputs = network.capture(ones, Mode.TRAIN).of("lin1").toFloatVector();
      long zeros = 0;
      for (float value : inputs) {
        assertThat(value).isIn(0f, 4f / 3);
        zeros += value == 0 ? 1 : 0;
      }
      assertThat(zeros).isBetween(2350L, 2650L); // 2500 +- 3.5 standard deviations
      assertThat(network.capture(ones, Mode.EVALUATE).of("lin1").toFloatVector()).containsOnly(1f);
    }
  }

  private static float[] gradient(Network network, Batch batch) {
    network.forward(batch, Mode.TRAIN);
    network.backward(batch, LOSS);
    return network.gradient().pull().clone();
  }

  private static void set(Network network, float... values) {
    System.arraycopy(values, 0, network.parameters().values(), 0, values.length);
  }
}
