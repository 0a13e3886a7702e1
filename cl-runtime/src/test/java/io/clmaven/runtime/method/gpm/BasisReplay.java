package io.clmaven.runtime.method.gpm;

import static io.clmaven.runtime.replay.Reference.assertFloat;
import static io.clmaven.runtime.replay.Reference.assertProjector;
import static io.clmaven.runtime.replay.Reference.doubles;
import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.method.subspace.Basis;
import io.clmaven.runtime.method.subspace.Columns;
import io.clmaven.runtime.method.subspace.RepresentationMatrix;
import io.clmaven.runtime.method.subspace.Spectrum;
import io.clmaven.runtime.replay.Reference;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Basis updates: layers over tasks, and named sequences of edge cases. */
public final class BasisReplay {

  private BasisReplay() {}

  /** Kind {@code gpm-basis-update}: one case per layer, all tasks in order. */
  public static Stream<DynamicTest> layers(JsonNode file) {
    int layers = field(file, "layer_dims").size();
    return IntStream.range(0, layers)
        .mapToObj(l -> DynamicTest.dynamicTest("layer " + l, () -> layer(file, l)));
  }

  private static void layer(JsonNode file, int layer) {
    List<JsonNode> inputs = list(field(file, "inputs"));
    List<JsonNode> expected = list(field(file, "expected"));
    assertThat(inputs).hasSameSizeAs(expected).isNotEmpty();
    Basis memory = null;
    for (int task = 0; task < inputs.size(); task++) {
      double threshold = field(inputs.get(task), "threshold").get(layer).doubleValue();
      RepresentationMatrix r = matrix(field(inputs.get(task), "activations").get(layer));
      Basis grown = grow(memory, r, threshold);
      JsonNode facts = field(expected.get(task), "layers").get(layer);
      assertThat(field(facts, "layer").intValue()).isEqualTo(layer);
      String what = "task %d, layer %d".formatted(task, layer);
      assertRanks(what, memory, grown, facts);
      assertProjector(what + ", projector", projector(grown), field(facts, "projector"));
      assertDiagnostics(what, memory, r, field(facts, "diagnostics"));
      memory = grown;
    }
  }

  private static void assertRanks(String what, Basis before, Basis after, JsonNode facts) {
    int rankBefore = before == null ? 0 : before.rank();
    assertThat(rankBefore).as(what).isEqualTo(field(facts, "rank_before").intValue());
    assertThat(after.rank()).as(what).isEqualTo(field(facts, "rank_after").intValue());
    assertThat(after.rank() - rankBefore).as(what).isEqualTo(field(facts, "rank_added").intValue());
    assertSkipped(what, before, after, facts);
  }

  private static void assertSkipped(String what, Basis before, Basis after, JsonNode facts) {
    assertThat(after == before).as(what).isEqualTo(field(facts, "skipped").booleanValue());
  }

  private static void assertDiagnostics(
      String what, Basis memory, RepresentationMatrix r, JsonNode facts) {
    RepresentationMatrix decomposed = memory == null ? r : r.without(memory);
    double total = r.energy();
    assertFloat(what + ", energy", total, field(facts, "energy_total").doubleValue());
    assertFloat(
        what + ", share of the energy in memory",
        (total - decomposed.energy()) / total,
        field(facts, "energy_in_memory").doubleValue());
    double[] values = doubles(field(facts, "singular_values_of_decomposed_matrix"));
    Spectrum spectrum = decomposed.spectrum();
    for (int i = 0; i < values.length; i++) {
      double value = i < spectrum.size() ? Math.sqrt(spectrum.energy(i)) : 0;
      assertFloat("%s, singular value %d".formatted(what, i), value, values[i]);
    }
  }

  /** Kind {@code gpm-basis-update-edge}: one case per named sequence. */
  public static Stream<DynamicTest> sequences(JsonNode file) {
    List<JsonNode> inputs = list(field(file, "inputs"));
    List<JsonNode> expected = list(field(file, "expected"));
    assertThat(inputs).hasSameSizeAs(expected).isNotEmpty();
    return IntStream.range(0, inputs.size())
        .mapToObj(
            i ->
                DynamicTest.dynamicTest(
                    field(inputs.get(i), "name").textValue(),
                    () -> sequence(inputs.get(i), expected.get(i))));
  }

  private static void sequence(JsonNode input, JsonNode expected) {
    List<JsonNode> tasks = list(field(input, "tasks"));
    List<JsonNode> facts = list(field(expected, "tasks"));
    assertThat(tasks).hasSameSizeAs(facts).isNotEmpty();
    Basis memory = null;
    for (int task = 0; task < tasks.size(); task++) {
      RepresentationMatrix r = matrix(field(tasks.get(task), "activation"));
      Basis grown = grow(memory, r, field(tasks.get(task), "threshold").doubleValue());
      String what = "task " + task;
      JsonNode fact = facts.get(task);
      assertThat(grown.rank()).as(what).isEqualTo(field(fact, "rank_after").intValue());
      assertProjector(what + ", projector", projector(grown), field(fact, "projector"));
      if (fact.has("skipped")) {
        assertSkipped(what, memory, grown, fact);
      }
      memory = grown;
    }
  }

  private static Basis grow(Basis memory, RepresentationMatrix r, double threshold) {
    return memory == null
        ? BasisUpdate.first(r, threshold)
        : BasisUpdate.next(memory, r, threshold);
  }

  private static RepresentationMatrix matrix(JsonNode matrix) {
    return Columns.matrix(Nd4j.createFromArray(Reference.matrix(matrix)));
  }

  /** Returns M M^T. */
  static double[][] projector(Basis basis) {
    INDArray m = basis.matrix(DataType.DOUBLE);
    return m == null
        ? new double[basis.dimension()][basis.dimension()]
        : m.mmul(m.transpose()).toDoubleMatrix();
  }
}
