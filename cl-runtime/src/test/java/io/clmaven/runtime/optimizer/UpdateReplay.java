package io.clmaven.runtime.optimizer;

import static io.clmaven.runtime.engine.NamedTensors.array;
import static io.clmaven.runtime.engine.NamedTensors.values;
import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.component.Selection;
import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.random.RandomStreams;
import io.clmaven.runtime.replay.Tolerance;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Optimizers of PyTorch along given gradients, without a network. */
public final class UpdateReplay {

  private static final double TOLERANCE = 1e-5;

  /** Names of PyTorch's settings here. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("lr", "learningRate"),
          Map.entry("momentum", "momentum"),
          Map.entry("nesterov", "nesterov"),
          Map.entry("weight_decay", "weightDecay"),
          Map.entry("alpha", "decay"),
          Map.entry("eps", "epsilon"),
          Map.entry("lr_decay", "rateDecay"),
          Map.entry("beta1", "beta1"),
          Map.entry("beta2", "beta2"));

  /** Settings that are not off where they are 0. */
  private static final Set<String> ALWAYS = Set.of("alpha", "eps", "beta1", "beta2");

  private UpdateReplay() {}

  /** Kind {@code optim_unit}: one case per optimizer. */
  public static Stream<DynamicTest> optimizers(JsonNode file) {
    return list(field(file, "optimisers")).stream()
        .map(
            o ->
                DynamicTest.dynamicTest(
                    field(o, "name").textValue(), () -> run(file, o, select(o))));
  }

  /** Settings that are off are not asked for. */
  private static Selection<Optimizer> select(JsonNode optimizer) {
    Map<String, String> settings = new TreeMap<>();
    field(optimizer, "settings")
        .properties()
        .forEach(
            s -> {
              if (ALWAYS.contains(s.getKey()) || isOn(s.getValue())) {
                assertThat(NAMES).containsKey(s.getKey());
                settings.put(NAMES.get(s.getKey()), s.getValue().asText());
              }
            });
    String text =
        settings.entrySet().stream()
            .map(s -> "%s: %s".formatted(s.getKey(), s.getValue()))
            .collect(Collectors.joining(", "));
    return Optimizers.select(
        "{name: %s, %s}".formatted(field(optimizer, "name").textValue(), text));
  }

  private static boolean isOn(JsonNode setting) {
    return setting.asDouble() != 0 || setting.booleanValue();
  }

  private static void run(JsonNode file, JsonNode optimizer, Selection<Optimizer> selection) {
    FlatVector parameters = new FlatVector(array(field(file, "init")));
    List<JsonNode> gradients = list(field(file, "grads"));
    List<JsonNode> expected = list(field(optimizer, "params_after_each_step"));
    assertThat(expected).hasSameSizeAs(gradients).isNotEmpty();
    Optimizer rule = selection.create();
    Segment all = new Segment("all", Segment.Kind.WEIGHT, List.of(parameters.length()), 0);
    rule.begin(selection.parameters(), new ParameterLayout(List.of(all)), new RandomStreams(1));
    rule.beginTask();
    for (int i = 0; i < expected.size(); i++) {
      rule.update(parameters, new FlatVector(array(gradients.get(i))));
      float[] numbers = values(expected.get(i));
      Tolerance.ofRms(TOLERANCE, numbers)
          .check("parameters after step " + i, parameters.pull(), numbers);
    }
  }
}
