package io.clmaven.runtime.method.subspace;

import static io.clmaven.runtime.replay.Reference.assertFloat;
import static io.clmaven.runtime.replay.Reference.assertProjector;
import static io.clmaven.runtime.replay.Reference.doubles;
import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.ints;
import static io.clmaven.runtime.replay.Reference.list;
import static io.clmaven.runtime.replay.Reference.matrix;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Bases made anew from samples of a buffer, for a network of linear layers with ReLU. */
public final class BufferBasisReplay {

  private BufferBasisReplay() {}

  /** Kind {@code fsdgpm-basis}: one case per setting of the thresholds. */
  public static Stream<DynamicTest> settings(JsonNode file) {
    return list(field(file, "expected")).stream()
        .map(
            setting ->
                DynamicTest.dynamicTest(
                    field(setting, "name").textValue(), () -> setting(file, setting)));
  }

  private static void setting(JsonNode file, JsonNode setting) {
    INDArray inputs = array(field(file, "buffer_x")); // [N, d]
    INDArray rows = inputs.getRows(ints(field(setting, "buffer_indices_used")));
    double[] thresholds = doubles(field(setting, "threshold"));
    List<JsonNode> layers = list(field(setting, "layers"));
    Iterator<JsonNode> weights = field(file, "params").elements();
    assertThat(layers).hasSameSizeAs(thresholds).isNotEmpty();
    for (int i = 0; i < layers.size(); i++) {
      layer(rows.transpose(), thresholds[i], layers.get(i));
      INDArray outputs = rows.mmul(array(weights.next()).transpose());
      rows = Transforms.relu(outputs);
    }
  }

  private static void layer(INDArray r, double threshold, JsonNode expected) {
    String what = "layer %d".formatted(field(expected, "layer").intValue());
    assertThat(r.shape())
        .containsExactly(
            field(expected, "features").intValue(), field(expected, "rows").intValue());
    Basis basis = new LeadingShare(threshold).basis(Columns.matrix(r));
    assertThat(basis.rank()).as(what).isEqualTo(field(expected, "kept").intValue());
    INDArray m = basis.matrix(DataType.DOUBLE);
    assertProjector(what, m.mmul(m.transpose()).toDoubleMatrix(), field(expected, "projector"));
    values(what, r, basis, doubles(field(expected, "kept_singular_values")));
  }

  /** The direction i is the one of the singular value i: the length of its share of R. */
  private static void values(String what, INDArray r, Basis basis, double[] expected) {
    INDArray shares = basis.matrix(DataType.DOUBLE).transpose().mmul(r); // [k, n]
    assertThat(basis.rank()).as(what).isEqualTo(expected.length);
    for (int i = 0; i < expected.length; i++) {
      double value = shares.getRow(i).norm2Number().doubleValue();
      assertFloat("%s, singular value %d".formatted(what, i), value, expected[i]);
    }
  }

  private static INDArray array(JsonNode matrix) {
    return Nd4j.createFromArray(matrix(matrix));
  }
}
