package io.clmaven.runtime.engine;

import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.flat;
import static io.clmaven.runtime.replay.Reference.ints;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Tensors of reference files, {@code {"shape": [...], "data": [...]}}, and networks. */
public final class NamedTensors {

  /** Compares the values of one tensor. */
  @FunctionalInterface
  public interface Comparison {

    /**
     * Compares.
     *
     * @param expected the values of the file
     */
    void check(String name, float[] actual, float[] expected);
  }

  private NamedTensors() {}

  /** Returns the values, row-major. */
  public static float[] values(JsonNode tensor) {
    return flat(field(tensor, "data"));
  }

  /** Returns the shape of one sample of a batch [N, ...]. */
  public static List<Integer> sampleShape(JsonNode tensor) {
    return Arrays.stream(ints(field(tensor, "shape"))).skip(1).boxed().toList();
  }

  /** Returns a tensor as an array. */
  public static INDArray array(JsonNode tensor) {
    return array(tensor, 1);
  }

  /** Returns a tensor of integers times a scale as an array. */
  public static INDArray array(JsonNode tensor, double scale) {
    float[] values = values(tensor);
    for (int i = 0; i < values.length; i++) {
      values[i] *= (float) scale;
    }
    long[] shape = Arrays.stream(ints(field(tensor, "shape"))).asLongStream().toArray();
    return Nd4j.createFromArray(values).reshape('c', shape);
  }

  /** Returns the same tensors under other names. */
  public static JsonNode renamed(JsonNode tensors, UnaryOperator<String> name) {
    ObjectNode renamed = JsonNodeFactory.instance.objectNode();
    tensors.properties().forEach(t -> renamed.set(name.apply(t.getKey()), t.getValue()));
    return renamed;
  }

  /** Returns a batch without labels, for losses that need none. */
  public static Batch batch(INDArray inputs, ModelSpec model) {
    return new Batch(inputs, new int[(int) inputs.size(0)], new OutputRange(0, model.outputs()));
  }

  /** Sets the running statistics of a network to what a file holds. */
  public static void load(JsonNode tensors, RunningStatistics statistics) {
    for (Segment segment : statistics.layout().segments()) {
      float[] values = LayerList.values(tensors, segment);
      System.arraycopy(values, 0, statistics.values(), segment.offset(), segment.length());
    }
  }

  /** Compares all segments of a flat vector with what a file holds. */
  public static void check(
      ParameterLayout layout, float[] vector, JsonNode tensors, Comparison comparison) {
    for (Segment segment : layout.segments()) {
      float[] actual = Arrays.copyOfRange(vector, segment.offset(), segment.end());
      String name = "%s of '%s'".formatted(segment.kind(), segment.layer());
      comparison.check(name, actual, LayerList.values(tensors, segment));
    }
  }
}
