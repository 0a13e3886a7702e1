package io.clmaven.plugin.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.plugin.config.EnvironmentException;
import io.clmaven.runtime.experiment.plan.Json;
import io.clmaven.runtime.experiment.plan.SweepPlan;
import io.clmaven.runtime.experiment.result.LossLandscapeResult;
import io.clmaven.runtime.experiment.result.SweepResult;
import io.clmaven.runtime.experiment.result.TrialResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
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
      trials.add(read(file, TrialResult.SCHEMA, TrialResult.class));
    }
    return new ExperimentResults(experiment, trials);
  }

  /**
   * Reads the loss landscapes of trials by seed; trials that measured none are left out.
   *
   * @throws EnvironmentException if a file is damaged or of another version
   */
  public SortedMap<Long, LossLandscapeResult> landscapes(ExperimentResults results) {
    SortedMap<Long, LossLandscapeResult> landscapes = new TreeMap<>();
    for (TrialResult trial : results.trials()) {
      Path file =
          directory
              .resolve(results.experiment())
              .resolve(SEED + trial.seed())
              .resolve(TrialResult.analysisFile(LossLandscapeResult.NAME));
      // a file of an earlier training may be there without having been measured by this one
      if (trial.configuration().path("analysis").has(LossLandscapeResult.NAME)
          && Files.isRegularFile(file)) {
        landscapes.put(
            trial.seed(), read(file, LossLandscapeResult.SCHEMA, LossLandscapeResult.class));
      }
    }
    return landscapes;
  }

  /**
   * Reads the results of all finished sweeps, by name.
   *
   * @throws EnvironmentException if a file is damaged or of another version
   */
  public List<SweepResult> sweeps() {
    return children(directory.resolve(SweepPlan.FOLDER)).stream()
        .map(folder -> folder.resolve(SweepResult.FILE))
        .filter(Files::isRegularFile)
        .map(file -> read(file, SweepResult.SCHEMA, SweepResult.class))
        .toList();
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

  private <T extends Record> T read(Path file, int schema, Class<T> type) {
    try {
      JsonNode json = Json.mapper().readTree(file.toFile());
      int found = json.path("schema").asInt();
      if (found != schema) {
        throw new EnvironmentException(Messages.otherResultSchema(shown(file), found, schema));
      }
      return Json.mapper().treeToValue(json, type);
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
