package io.clmaven.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.engine.dl4j.Dl4jEngine;
import io.clmaven.runtime.engine.onednn.OnednnEngine;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Same model, same parameters, same batch: same logits and gradient. */
class EnginesAgreeTest {

  private static final double TOLERANCE = 1e-4;

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of(
            "published MLP", Models.mlp(784, false, 100, 100, 10), 10, new OutputRange(0, 10)),
        Arguments.of("one sample", Models.mlp(784, false, 100, 100, 10), 1, new OutputRange(0, 10)),
        Arguments.of("bias and a head", Models.mlp(30, true, 17, 12), 7, new OutputRange(4, 9)),
        Arguments.of(
            "more samples than outputs", Models.mlp(19, true, 8, 3), 129, new OutputRange(0, 3)),
        Arguments.of("images", images(), 5, new OutputRange(0, 4)));
  }

  private static ModelSpec images() {
    return ModelSpec.input(List.of(3, 4, 5))
        .then("relu0", new Layer.Relu())
        .then("flatten", new Layer.Flatten())
        .then("drop", new Layer.Dropout(0))
        .then("lin1", Models.linear(9, true))
        .then("relu1", new Layer.Relu())
        .then("lin2", Models.linear(4, true))
        .build();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void onLogitsAndGradient(String name, ModelSpec model, int size, OutputRange outputs) {
    Batch batch = Models.batch(model, size, outputs, 5);
    try (Network a = Models.compile(new OnednnEngine(), model, 3);
        Network b = Models.compile(new Dl4jEngine(), model, 3)) {
      assertThat(a.parameters().values()).containsExactly(b.parameters().values());
      assertClose(
          a.forward(batch, Mode.EVALUATE).toFloatMatrix(),
          b.forward(batch, Mode.EVALUATE).toFloatMatrix());
      assertClose(gradient(a, batch), gradient(b, batch));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void onProjectedGradients(String name, ModelSpec model, int size, OutputRange outputs) {
    Batch batch = Models.batch(model, size, outputs, 6);
    try (Network a = Models.compile(new OnednnEngine(), model, 4);
        Network b = Models.compile(new Dl4jEngine(), model, 4)) {
      for (Segment weight : model.layout().weights()) {
        int d = weight.columns();
        int k = weight.offset() == 0 ? d / 3 : 3 * d / 4;
        a.project(weight, Models.orthonormal(d, k, 1));
        b.project(weight, Models.orthonormal(d, k, 1));
      }
      assertClose(gradient(a, batch), gradient(b, batch));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void onTheGradientBeforeItsProjection(
      String name, ModelSpec model, int size, OutputRange outputs) {
    Batch batch = Models.batch(model, size, outputs, 6);
    for (Engine engine : List.of(new OnednnEngine(), new Dl4jEngine())) {
      try (Network network = Models.compile(engine, model, 4)) {
        float[] plain = gradient(network, batch);
        Segment weight = network.layout().weights().get(0);
        network.project(weight, Models.orthonormal(weight.columns(), 1, 1));
        float[] projected = gradient(network, batch);
        network.repeat(batch, network.pass());
        network.backwardUnprojected(batch, new SoftmaxCrossEntropy());
        assertThat(network.gradient().pull()).containsExactly(plain);
        assertThat(gradient(network, batch)).containsExactly(projected).isNotEqualTo(plain);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void onCapturedInputs(String name, ModelSpec model, int size, OutputRange outputs) {
    Batch batch = Models.batch(model, size, outputs, 7);
    try (Network a = Models.compile(new OnednnEngine(), model, 5);
        Network b = Models.compile(new Dl4jEngine(), model, 5)) {
      LayerInputs inputs = a.capture(batch, Mode.EVALUATE);
      LayerInputs others = b.capture(batch, Mode.EVALUATE);
      assertThat(inputs.byLayer().keySet()).containsExactlyElementsOf(others.byLayer().keySet());
      for (Segment weight : model.layout().weights()) {
        assertThat(inputs.of(weight.layer()).shape()).containsExactly(size, weight.columns());
        assertClose(
            inputs.of(weight.layer()).toFloatMatrix(), others.of(weight.layer()).toFloatMatrix());
      }
    }
  }

  private static float[] gradient(Network network, Batch batch) {
    network.forward(batch, Mode.TRAIN);
    network.backward(batch, new SoftmaxCrossEntropy());
    return network.gradient().pull().clone();
  }

  private static void assertClose(float[][] actual, float[][] expected) {
    for (int i = 0; i < actual.length; i++) {
      assertClose(actual[i], expected[i]);
    }
  }

  /** Compares by the norm of the difference, relative to the norm of what is expected. */
  private static void assertClose(float[] actual, float[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    double difference = 0;
    double norm = 0;
    for (int i = 0; i < actual.length; i++) {
      difference += Math.pow(actual[i] - expected[i], 2);
      norm += Math.pow(expected[i], 2);
    }
    assertThat(Math.sqrt(difference)).isLessThanOrEqualTo(TOLERANCE * Math.sqrt(norm));
  }
}
