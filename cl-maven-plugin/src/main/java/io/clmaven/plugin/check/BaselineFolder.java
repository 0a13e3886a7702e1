package io.clmaven.plugin.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.clmaven.plugin.config.ProjectException;
import io.clmaven.runtime.experiment.plan.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Folder of the committed baselines, {@code <experiment>.json} each.
 *
 * @param directory the folder; it need not exist
 * @param base what paths in messages are relative to
 */
public record BaselineFolder(Path directory, Path base) {

  /** Returns where the baseline of an experiment is or would be. */
  public Path file(String experiment) {
    return directory.resolve(experiment + ".json");
  }

  /** Returns where the baseline of an experiment is or would be, as it is shown to the user. */
  public String shown(String experiment) {
    Path file = file(experiment);
    return (file.startsWith(base) ? base.relativize(file) : file).toString();
  }

  /**
   * Reads the baseline of an experiment, if there is one.
   *
   * @throws ProjectException if the file is damaged or of another version
   */
  public Optional<Baseline> read(String experiment) {
    Path file = file(experiment);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      JsonNode json = Json.mapper().readTree(file.toFile());
      int schema = json.path("schema").asInt();
      if (schema != Baseline.SCHEMA) {
        throw new ProjectException(Messages.otherBaselineSchema(shown(experiment), schema));
      }
      return Optional.of(Json.mapper().treeToValue(json, Baseline.class));
    } catch (JsonProcessingException e) {
      throw new ProjectException(Messages.damagedBaseline(shown(experiment), e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a baseline in one piece: lines end with a line feed on every system. */
  public void write(Baseline baseline) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    ObjectWriter writer = Json.mapper().writer(printer);
    try {
      WholeFile.write(file(baseline.experiment()), writer.writeValueAsString(baseline) + "\n");
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
