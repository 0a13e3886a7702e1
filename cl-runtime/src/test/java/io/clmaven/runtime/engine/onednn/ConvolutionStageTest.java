package io.clmaven.runtime.engine.onednn;

import static io.clmaven.runtime.engine.DoubleNetwork.doubles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Derivatives.GateRule;
import io.clmaven.runtime.engine.Derivatives.Power;
import io.clmaven.runtime.engine.DoubleNetwork;
import io.clmaven.runtime.engine.Extent;
import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.Initialization;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.Loss;
import io.clmaven.runtime.engine.Mode;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.engine.SoftmaxCrossEntropy;
import io.clmaven.runtime.engine.Window;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What networks of single convolutions do not show; those are checked by the gradient tests. */
class ConvolutionStageTest {

  private static final Loss LOSS = new SoftmaxCrossEntropy();
  private static final Window UNEVEN =
      new Window(new Extent(2, 3), new Extent(1, 2), new Extent(0, 1));

  private static final Window PAIR =
      new Window(new Extent(1, 2), Extent.square(1), Extent.square(0));
  private static final int STEPS = 1000;

  /** A ReLU that no convolution takes over. */
  private static final Layer SEPARATE = new Layer.LeakyRelu(0);

  private final OnednnEngine engine = new OnednnEngine();

  private static ModelSpec model(Layer relu) {
    return ModelSpec.input(List.of(3, 7, 6))
        .then("conv1", convolution(20, Window.square(3, 1, 1)))
        .then("relu1", relu)
        .then("conv2", convolution(5, UNEVEN))
        .then("relu2", relu)
        .then("flatten", new Layer.Flatten())
        .then("linear", Models.linear(4, true))
        .build();
  }

  private static Layer convolution(int filters, Window window) {
    return new Layer.Convolution(filters, window, Initialization.PYTORCH, Initialization.PYTORCH);
  }

  private static void pass(Network network, Batch batch) {
    network.forward(batch, Mode.TRAIN);
    network.backward(batch, LOSS);
  }

  private static float[] gradient(Network network, Batch batch) {
    pass(network, batch);
    return network.gradient().pull().clone();
  }

  private static void step(Network network, Batch batch) {
    pass(network, batch);
    network.parameters().add(-0.01f, network.gradient());
  }

  @Test
  void aReluThatItTakesOverIsARelu() {
    Batch batch = Models.batch(model(SEPARATE), 3, 1);
    try (Network fused = Models.compile(engine, model(new Layer.Relu()), 1);
        Network separate = Models.compile(engine, model(SEPARATE), 1)) {
      assertClose(gradient(fused, batch), gradient(separate, batch));
      assertClose(inputs(fused), inputs(separate));
      assertClose(hessianVectorProduct(fused), hessianVectorProduct(separate));
      for (Power power : Power.values()) {
        assertClose(sampleGradients(fused, power), sampleGradients(separate, power));
      }
      assertClose(curvature(fused), curvature(separate));
    }
  }

  private static float[] inputs(Network network) {
    return network.derivatives().inputs().data().asFloat();
  }

  private static float[] hessianVectorProduct(Network network) {
    FlatVector product = network.vector();
    FlatVector direction = network.vector();
    float[] v = direction.values();
    for (int i = 0; i < v.length; i++) {
      v[i] = (i % 7 - 3) * 0.1f;
    }
    network.derivatives().hessianVectorProduct(direction, product);
    return product.pull();
  }

  private static float[] sampleGradients(Network network, Power power) {
    FlatVector sum = network.vector();
    network.derivatives().sampleGradients(power, sum);
    return sum.pull();
  }

  private static float[] curvature(Network network) {
    FlatVector diagonal = network.vector();
    network.derivatives().curvature(GateRule.PUBLISHED, diagonal);
    return diagonal.pull();
  }

  @Test
  void curvatureOfHandMadeFilters() {
    ModelSpec model =
        ModelSpec.input(List.of(1, 1, 2))
            .then("conv1", convolution(2, Window.square(1, 1, 0)))
            .then("relu", new Layer.Relu())
            .then("conv2", convolution(2, PAIR))
            .then("flatten", new Layer.Flatten())
            .build();
    INDArray x = Nd4j.createFromArray(1f, 2f).reshape(1, 1, 1, 2);
    Batch batch = new Batch(x, new int[1], new OutputRange(0, 2));
    // a = relu((2, -1) x) = ((2, 4), (0, 0)); logits (2 + 8, 6 + 4), so p = 1/2 and s = 1/4
    float[] parameters = {2, -1, 0, 0, 1, 2, 5, 5, 3, 1, 5, 5, 0, 0};
    // conv2: s a^2; conv1: s_in = (1 + 9, 4 + 1) / 4, with x^2: 2.5 + 1.25 * 4; -1 is cut off
    float[] expected = {7.5f, 0, 3.75f, 0, 1, 4, 0, 0, 1, 4, 0, 0, 0.25f, 0.25f};
    try (Network network = Models.compile(engine, model, 1)) {
      System.arraycopy(parameters, 0, network.parameters().values(), 0, parameters.length);
      pass(network, batch);
      assertClose(curvature(network), expected);
    }
  }

  @Test
  void theSameStepsGiveTheSameBits() {
    ModelSpec model = model(new Layer.Relu());
    Batch batch = Models.batch(model, 5, 1);
    try (Network first = Models.compile(engine, model, 1);
        Network second = Models.compile(engine, model, 1)) {
      for (int i = 0; i < 3; i++) {
        step(first, batch);
        step(second, batch);
      }
      assertThat(first.parameters().pull()).containsExactly(second.parameters().pull());
    }
  }

  @Test
  void acceptsBatchesOfAnySizeInAnyOrder() {
    ModelSpec model = model(new Layer.Relu());
    Batch five = Models.batch(model, 5, 1);
    try (Network network = Models.compile(engine, model, 1)) {
      float[] expected = gradient(network, five);
      gradient(network, Models.batch(model, 1, 2));
      network.forward(Models.batch(model, 33, 3), Mode.EVALUATE);
      assertThat(gradient(network, five)).containsExactly(expected);
    }
  }

  @Test
  void projectsTheGradientOfTheWeight() {
    ModelSpec model = model(new Layer.Relu());
    Batch batch = Models.batch(model, 4, 1);
    Segment weight = model.layout().find("conv2", Segment.Kind.WEIGHT).orElseThrow();
    int o = weight.rows();
    int d = weight.columns();
    for (int k : new int[] {1, d - 1}) {
      INDArray m = Models.orthonormal(d, k, 1);
      try (Network network = Models.compile(engine, model, 1)) {
        float[] plain = gradient(network, batch);
        INDArray g = Nd4j.createFromArray(part(plain, weight)).reshape(o, d);
        INDArray expected = g.sub(g.mmul(m).mmul(m.transpose()));
        network.project(weight, m);
        float[] projected = gradient(network, batch);
        assertClose(part(projected, weight), expected.dup('c').data().asFloat());
        assertThat(Arrays.copyOf(projected, weight.offset()))
            .containsExactly(Arrays.copyOf(plain, weight.offset()));
      }
    }
  }

  private static float[] part(float[] all, Segment segment) {
    return Arrays.copyOfRange(all, segment.offset(), segment.end());
  }

  @Test
  void capturesItsInputInThePublicOrder() {
    ModelSpec model = model(new Layer.Relu());
    Batch batch = Models.batch(model, 2, 1);
    try (Network network = Models.compile(engine, model, 1)) {
      double[] parameters = doubles(network.parameters().pull());
      double[][] expected =
          new DoubleNetwork(model, Mode.EVALUATE)
              .values(parameters, DoubleNetwork.inputs(batch))
              .get("relu1");
      INDArray first = network.capture(batch, Mode.EVALUATE).of("conv1");
      INDArray second = network.capture(batch, Mode.EVALUATE).of("conv2");
      assertThat(first).isEqualTo(batch.inputs());
      assertThat(second.shape()).containsExactly(2, 20, 7, 6);
      assertThat(doubles(second.data().asFloat()))
          .containsExactly(
              Arrays.stream(expected).flatMapToDouble(Arrays::stream).toArray(), within(1e-5));
    }
  }

  @Test
  void aStepMakesFewObjectsAndNoNativeMemory() {
    ModelSpec model = model(new Layer.Relu());
    Batch batch = Models.batch(model, 8, 1);
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (Network network = Models.compile(engine, model, 1)) {
      steps(network, batch);
      long native0 = Pointer.totalBytes();
      long heap0 = thread.getCurrentThreadAllocatedBytes();
      steps(network, batch);
      assertThat((thread.getCurrentThreadAllocatedBytes() - heap0) / STEPS).isLessThan(1000);
      assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(native0);
    }
  }

  private static void steps(Network network, Batch batch) {
    for (int i = 0; i < STEPS; i++) {
      step(network, batch);
    }
  }

  private static void assertClose(float[] actual, float[] expected) {
    double largest = Arrays.stream(doubles(expected)).map(Math::abs).max().orElseThrow();
    assertThat(doubles(actual)).containsExactly(doubles(expected), within(1e-5 * largest));
  }
}
