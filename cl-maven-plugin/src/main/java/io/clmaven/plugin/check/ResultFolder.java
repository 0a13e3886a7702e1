package io.clmaven.plugin.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.plugin.config.EnvironmentException;
import io.clmaven.runtime.experiment.plan.Json;
import io.clmaven.runtime.experiment.result.TrialResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Folder of one run: {@code <experiment>/seed-<n>/results.json}.
 *
 * @param directory the folder; it need not exist
 * @param base what paths in messages are relative to
 */
public record ResultFolder(Path directory, Path base) {

  private static final String SEED = "seed-";

  /** Returns the names of the experiments that have at least one result, in order. */
  public List<String> experiments() {
    return children(directory).stream()
        .filter(folder -> !resultFiles(folder).isEmpty())
        .map(folder -> folder.getFileName().toString())
        .toList();
  }

  /**
   * Reads all results of an experiment; none if it was not trained.
   *
   * @throws EnvironmentException if a file is damaged or of another version
   */
  public ExperimentResults read(String experiment) {
    List<TrialResult> trials = new ArrayList<>();
    for (Path file : resultFiles(directory.resolve(experiment))) {
      trials.add(readTrial(file));
    }
    return new ExperimentResults(experiment, trials);
  }

  /** Returns the result files of all experiments. */
  public List<Path> files() {
    return children(directory).stream().flatMap(folder -> resultFiles(folder).stream()).toList();
  }

  /** Returns where the results of an experiment are or would be, as it is shown to the user. */
  public String shown(String experiment) {
    return shown(directory.resolve(experiment));
  }

  private String shown(Path path) {
    return (path.startsWith(base) ? base.relativize(path) : path).toString();
  }

  private TrialResult readTrial(Path file) {
    try {
      JsonNode json = Json.mapper().readTree(file.toFile());
      int schema = json.path("schema").asInt();
      if (schema != TrialResult.SCHEMA) {
        throw new EnvironmentException(Messages.otherResultSchema(shown(file), schema));
      }
      return Json.mapper().treeToValue(json, TrialResult.class);
    } catch (JsonProcessingException e) {
      throw new EnvironmentException(Messages.damagedResult(shown(file), e), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> resultFiles(Path experiment) {
    return children(experiment).stream()
        .filter(folder -> folder.getFileName().toString().startsWith(SEED))
        .map(folder -> folder.resolve(TrialResult.FILE))
        .filter(Files::isRegularFile)
        .toList();
  }

  private static List<Path> children(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
