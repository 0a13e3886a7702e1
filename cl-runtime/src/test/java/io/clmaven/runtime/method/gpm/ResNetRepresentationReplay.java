package io.clmaven.runtime.method.gpm;

import static io.clmaven.runtime.replay.Reference.assertFloat;
import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.ints;
import static io.clmaven.runtime.replay.Reference.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.benchmark.Scenario;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.method.subspace.Columns;
import io.clmaven.runtime.method.subspace.Representation;
import io.clmaven.runtime.model.SmallResNet18;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Representation matrices of all projected layers of the ResNet-18, by checksums. */
public final class ResNetRepresentationReplay {

  private static final int SAMPLES = 100;

  private final JsonNode file;
  private final ModelSpec model;
  private final List<Segment> projected;

  private ResNetRepresentationReplay(JsonNode file) {
    this.file = file;
    int width = field(file, "cin").get(1).intValue();
    this.model =
        new SmallResNet18()
            .specify(
                new SmallResNet18.Parameters(width, Layer.BatchNorm.Statistics.BATCH),
                List.of(3, 32, 32),
                10);
    this.projected = ProjectionPlan.of(model.layout(), Scenario.TASK).projected();
  }

  /** Kind {@code gpm-representation-matrix-resnet18}: one case per projected layer. */
  public static Stream<DynamicTest> layers(JsonNode file) {
    ResNetRepresentationReplay replay = new ResNetRepresentationReplay(file);
    List<JsonNode> expected = list(field(file, "expected"));
    assertThat(expected).hasSameSizeAs(replay.projected);
    return IntStream.range(0, expected.size())
        .mapToObj(
            i ->
                DynamicTest.dynamicTest(
                    field(expected.get(i), "weight").textValue(),
                    () -> replay.layer(replay.projected.get(i), expected.get(i))));
  }

  private void layer(Segment weight, JsonNode expected) {
    String name = field(expected, "weight").textValue().replace("conv_in", "conv1");
    assertThat(weight.layer()).isEqualTo(name);
    int samples = field(expected, "samples_used").intValue();
    INDArray inputs = activation(field(expected, "source_activation").intValue());
    INDArray r = Columns.of(Representation.of(model.layer(name)).vectors(inputs, samples));
    assertThat(r.rows()).isEqualTo(weight.columns());
    assertThat(r.shape())
        .containsExactly(IntStream.of(ints(field(expected, "shape"))).asLongStream().toArray());
    sums(r, expected);
    for (JsonNode spot : list(field(expected, "spots_row_col_value"))) {
      double value = r.getDouble(spot.get(0).intValue(), spot.get(1).intValue());
      assertThat(value).as("spot %s", spot).isEqualTo(spot.get(2).doubleValue());
    }
  }

  private static void sums(INDArray r, JsonNode expected) {
    assertFloat("sum", r.sumNumber().doubleValue(), field(expected, "sum").doubleValue());
    double energy = r.mul(r).sumNumber().doubleValue();
    assertFloat("energy", energy, field(expected, "frobenius_sq").doubleValue());
    double[] probe =
        IntStream.range(0, r.rows()).mapToDouble(i -> (7 * i + 3) % 11 / 11.0 - 0.5).toArray();
    INDArray products = Nd4j.createFromArray(new double[][] {probe}).mmul(r);
    double probed = products.mul(products).sumNumber().doubleValue();
    assertFloat("energy of the probe", probed, field(expected, "probe_energy").doubleValue());
  }

  private INDArray activation(int number) {
    int channels = field(file, "cin").get(number).intValue();
    int side = field(file, "map").get(number).intValue();
    float[] values = new float[SAMPLES * channels * side * side];
    int next = 0;
    for (int n = 0; n < SAMPLES; n++) {
      for (int c = 0; c < channels; c++) {
        for (int i = 0; i < side; i++) {
          for (int j = 0; j < side; j++) {
            values[next++] = ((rule(n, c, i, j) + 11 * number) % 97 - 48) / 64f;
          }
        }
      }
    }
    return Nd4j.createFromArray(values).reshape('c', SAMPLES, channels, side, side);
  }

  /** The field {@code input_rule}, without the number of the activation. */
  private int rule(int n, int c, int i, int j) {
    int seed = field(file, "seed").intValue();
    return n * 31
        + c * 17
        + i * 7
        + j * 3
        + i * j % 13 * 5
        + n * c % 7 * 3
        + (i * i + 3 * j * j + c) % 19 * (2 + seed);
  }
}
