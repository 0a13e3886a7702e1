package io.clmaven.plugin.sweep;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import io.clmaven.plugin.check.WholeFile;
import io.clmaven.plugin.config.ProjectException;
import io.clmaven.runtime.experiment.plan.Json;
import io.clmaven.runtime.experiment.plan.PlannedPoint;
import io.clmaven.runtime.experiment.plan.PlannedSweep;
import io.clmaven.runtime.experiment.result.SweepResult;
import io.clmaven.runtime.experiment.result.SweepResult.Point;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Writes the best point of a sweep as an experiment file. */
public final class WinnerFile {

  private static final ObjectMapper YAML =
      new ObjectMapper(
          new YAMLFactory()
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .disable(YAMLGenerator.Feature.SPLIT_LINES)
              .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN));

  private WinnerFile() {}

  /**
   * Checks that there is a best point.
   *
   * @param results where all points can be read
   * @throws ProjectException if all of them diverged
   */
  public static void requireWinner(SweepResult result, String results) {
    if (result.winner().isEmpty()) {
      throw new ProjectException(
          "Cannot choose a winner of sweep '%s': training diverged at every point. Read the reasons in '%s' and search other values, for example smaller learning rates."
              .formatted(result.sweep(), results));
    }
  }

  /** Writes the file of the best point, which there has to be. */
  public static void write(Path file, PlannedSweep sweep, SweepResult result) {
    Point best = result.points().get(0);
    PlannedPoint point =
        sweep.points().stream()
            .filter(p -> SweepFolder.nameOf(p).equals(best.name()))
            .findFirst()
            .orElseThrow();
    WholeFile.write(file, header(result, best) + settings(sweep, point));
  }

  private static String header(SweepResult result, Point best) {
    String values =
        best.values().entrySet().stream()
            .map(value -> "%s: %s".formatted(value.getKey(), SettingNames.text(value.getValue())))
            .collect(Collectors.joining(", "));
    return """
        # The best of %d points of the sweep '%s': %s.
        # Its %s is %s on validation examples, over %d %s. The test set was never seen.
        # %s
        """
        .formatted(
            result.points().size(),
            result.sweep(),
            values,
            result.metric(),
            SweepTable.score(best),
            best.scores().size(),
            best.scores().size() == 1 ? "seed" : "seeds",
            Searched.text(result));
  }

  /** Returns settings whose numbers are written without an exponent. */
  private static JsonNode plain(JsonNode settings) {
    if (settings.isFloatingPointNumber()) {
      BigDecimal number = new BigDecimal(settings.asText()).stripTrailingZeros();
      return DecimalNode.valueOf(number.scale() < 0 ? number.setScale(0) : number);
    }
    if (settings instanceof ArrayNode list) {
      ArrayNode plain = Json.mapper().createArrayNode();
      list.forEach(item -> plain.add(plain(item)));
      return plain;
    }
    if (settings instanceof ObjectNode group) {
      ObjectNode plain = Json.mapper().createObjectNode();
      group.properties().forEach(entry -> plain.set(entry.getKey(), plain(entry.getValue())));
      return plain;
    }
    return settings;
  }

  private static String settings(PlannedSweep sweep, PlannedPoint point) {
    ObjectNode experiment = Json.mapper().createObjectNode();
    experiment.put("extends", sweep.experiment());
    experiment.setAll((ObjectNode) plain(point.overrides()));
    try {
      return YAML.writeValueAsString(experiment);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
