package io.clmaven.runtime.engine;

import static io.clmaven.runtime.replay.Reference.assertWithin;
import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.flat;
import static io.clmaven.runtime.replay.Reference.ints;
import static io.clmaven.runtime.replay.Reference.list;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.engine.Derivatives.GateRule;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Gradients, HesScale diagonals and exact diagonals of small networks at given parameters. */
public final class CurvatureReplay {

  private static final Tolerance PUBLISHED = new Tolerance(3e-7, 5e-6);

  /** Of products that cancel in float32, against the exact diagonal in float64. */
  private static final Tolerance EXACT = new Tolerance(3e-7, 1e-4);

  private record Tolerance(double absolute, double relative) {
    void check(String what, double actual, double expected) {
      assertWithin(what, actual, expected, absolute + relative * Math.abs(expected));
    }
  }

  private final JsonNode example;
  private final ModelSpec model;

  private CurvatureReplay(JsonNode example) {
    this.example = example;
    this.model = LayerList.model(field(example, "model"));
  }

  /** Schema {@code upgd-hesscale/1}: one case per network. */
  public static Stream<DynamicTest> networks(JsonNode file) {
    return list(field(file, "cases")).stream()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    field(example, "id").textValue(), () -> new CurvatureReplay(example).run()));
  }

  private void run() {
    Engine engine = Engines.installed().choose("onednn");
    try (Network network = Models.compile(engine, model, 1)) {
      LayerList.load(field(example, "init"), network);
      Batch batch = batch();
      float[] logits = network.forward(batch, Mode.TRAIN).dup('c').data().asFloat();
      double loss = network.backward(batch, loss());
      PUBLISHED.check("loss", loss, field(example, "loss").doubleValue());
      float[] expected = flat(field(example, "logits"));
      for (int i = 0; i < expected.length; i++) {
        PUBLISHED.check("logit " + i, logits[i], expected[i]);
      }
      segments("grad", network.gradient().pull(), PUBLISHED);
      FlatVector diagonal = network.vector();
      network.derivatives().curvature(GateRule.PUBLISHED, diagonal);
      segments("hesscale", diagonal.pull(), PUBLISHED);
      segments("exact_hessian_diagonal_float64", exactDiagonal(network), EXACT);
    }
  }

  private Batch batch() {
    int size = field(example, "batch_size").intValue();
    LongStream shape = model.inputShape().stream().mapToLong(Integer::longValue);
    INDArray inputs =
        Nd4j.createFromArray(flat(field(example, "x")))
            .reshape('c', LongStream.concat(LongStream.of(size), shape).toArray());
    int[] labels = isRegression() ? new int[size] : ints(field(example, "y"));
    return new Batch(inputs, labels, new OutputRange(0, model.outputs()));
  }

  private Loss loss() {
    return isRegression() ? new SquaredError(flat(field(example, "y"))) : new SoftmaxCrossEntropy();
  }

  private boolean isRegression() {
    return field(field(example, "model"), "loss").textValue().equals("mse");
  }

  /** Element by element: e_i^T (H e_i). */
  private static float[] exactDiagonal(Network network) {
    float[] diagonal = new float[network.layout().length()];
    FlatVector unit = network.vector();
    FlatVector product = network.vector();
    for (int i = 0; i < diagonal.length; i++) {
      unit.values()[i] = 1;
      network.derivatives().hessianVectorProduct(unit, product);
      diagonal[i] = product.pull()[i];
      unit.values()[i] = 0;
    }
    return diagonal;
  }

  private void segments(String name, float[] actual, Tolerance tolerance) {
    for (Segment segment : model.layout().segments()) {
      float[] expected = LayerList.values(field(example, name), segment);
      for (int i = 0; i < segment.length(); i++) {
        String what = "%s of '%s' at %d".formatted(name, segment.layer(), i);
        tolerance.check(what, actual[segment.offset() + i], expected[i]);
      }
    }
  }
}
