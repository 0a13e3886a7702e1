package io.clmaven.runtime.engine;

import static io.clmaven.runtime.replay.Reference.assertFloats;
import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.flat;
import static io.clmaven.runtime.replay.Reference.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.engine.Layer.BatchNorm.Statistics;
import io.clmaven.runtime.engine.Segment.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Single layers, forward and backward, at given inputs. */
public final class LayerReplay {

  private static final String LAYER = "layer";

  private final JsonNode example;
  private final Layer layer;

  private LayerReplay(JsonNode example) {
    this.example = example;
    this.layer = layer(example);
  }

  /** Kind {@code layer-semantics}: one case per layer. */
  public static Stream<DynamicTest> layers(JsonNode file) {
    return list(field(file, "cases")).stream()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    field(example, "name").textValue(), () -> new LayerReplay(example).run()));
  }

  private static Layer layer(JsonNode example) {
    String kind = field(example, "layer").textValue();
    return switch (kind) {
      case "LocalResponseNorm" ->
          new Layer.LocalResponseNorm(
              field(example, "size").intValue(),
              field(example, "alpha").doubleValue(),
              field(example, "beta").doubleValue(),
              field(example, "k").doubleValue());
      case "MaxPool" -> new Layer.MaxPool(LayerList.window(example));
      case "BatchNorm" -> batchNorm(example);
      default -> throw new IllegalArgumentException("there is no layer '%s'".formatted(kind));
    };
  }

  private static Layer batchNorm(JsonNode example) {
    boolean running = field(example, "running_stats").booleanValue();
    return new Layer.BatchNorm(
        running ? Statistics.RUNNING : Statistics.BATCH,
        running ? field(example, "momentum").doubleValue() : 0,
        field(example, "eps").doubleValue());
  }

  private void run() {
    List<JsonNode> batches =
        example.has("sequence") ? list(example.get("sequence")) : List.of(example);
    assertThat(batches).isNotEmpty();
    Engine engine = Engines.installed().choose("onednn");
    try (Network network = Models.compile(engine, model(batches.get(0)), 1)) {
      load(network);
      batches.forEach(batch -> batch(network, batch));
    }
  }

  /** The gate of ones in front gives every network parameters; it changes nothing. */
  private ModelSpec model(JsonNode batch) {
    long[] shape = images(batch).shape();
    List<Integer> sample = LongStream.of(shape).skip(1).mapToObj(Math::toIntExact).toList();
    return ModelSpec.input(sample)
        .then("gate of ones", new Layer.Gate())
        .then(LAYER, layer)
        .then("flat", new Layer.Flatten())
        .build();
  }

  private void load(Network network) {
    for (Segment segment : network.layout().segments()) {
      if (segment.layer().equals(LAYER)) {
        float[] values = flat(field(example, name(segment.kind())));
        System.arraycopy(
            values, 0, network.parameters().values(), segment.offset(), segment.length());
      }
    }
  }

  private static String name(Kind kind) {
    return kind == Kind.SCALE ? "weight" : "bias";
  }

  private static void batch(Network network, JsonNode expected) {
    INDArray inputs = images(expected);
    int rows = (int) inputs.size(0);
    Batch batch = new Batch(inputs, new int[rows], new OutputRange(0, network.model().outputs()));
    boolean evaluates = expected.path("mode").asText().equals("eval");
    INDArray output = network.forward(batch, evaluates ? Mode.EVALUATE : Mode.TRAIN);
    assertFloats("output", output.data().asFloat(), field(expected, "output"));
    if (expected.has("upstream_gradient")) {
      network.backward(batch, upstream(flat(expected.get("upstream_gradient"))));
      gradients(network, expected);
    }
    statistics(network, expected);
  }

  private static Loss upstream(float[] given) {
    return (logits, outputs, batch, gradient) -> {
      System.arraycopy(given, 0, gradient, 0, given.length);
      return 0;
    };
  }

  private static void gradients(Network network, JsonNode expected) {
    float[] inputs = network.derivatives().inputs().data().asFloat();
    assertFloats("input gradient", inputs, field(expected, "input_gradient"));
    for (Segment segment : network.layout().segments()) {
      if (segment.layer().equals(LAYER)) {
        String name = name(segment.kind()) + "_gradient";
        float[] all = network.gradient().pull();
        float[] own = Arrays.copyOfRange(all, segment.offset(), segment.end());
        assertFloats(name, own, field(expected, name));
      }
    }
  }

  private static void statistics(Network network, JsonNode expected) {
    RunningStatistics statistics = network.statistics();
    for (Segment segment : statistics.layout().segments()) {
      String name = segment.kind() == Kind.MEAN ? "running_mean_after" : "running_var_after";
      if (expected.has(name)) {
        float[] own = Arrays.copyOfRange(statistics.values(), segment.offset(), segment.end());
        assertFloats(name, own, expected.get(name));
      }
    }
  }

  /** Values are nested lists [N, C, H, W]. */
  private static INDArray images(JsonNode batch) {
    JsonNode nested = field(batch, "input");
    int rows = nested.size();
    int channels = nested.get(0).size();
    int height = nested.get(0).get(0).size();
    int width = nested.get(0).get(0).get(0).size();
    return Nd4j.createFromArray(flat(nested)).reshape('c', rows, channels, height, width);
  }
}
