package io.clmaven.runtime.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.data.DataException;
import io.clmaven.runtime.experiment.plan.Hint;
import io.clmaven.runtime.experiment.plan.Plan;
import io.clmaven.runtime.experiment.plan.PlannedExperiment;
import io.clmaven.runtime.experiment.plan.Problem;
import io.clmaven.runtime.experiment.preset.Presets;
import io.clmaven.runtime.experiment.yaml.Catalogues;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Reads all experiments of a directory and says what each of them needs. Starts no engine. */
public final class Planner {

  private final PlanScope scope;
  private final Map<String, String> environment;
  private final LinkedHashSet<Problem> problems = new LinkedHashSet<>();
  private final List<Hint> hints = new ArrayList<>();

  /**
   * Makes a planner.
   *
   * @param scope what is to be planned
   * @param environment environment variables
   */
  public Planner(PlanScope scope, Map<String, String> environment) {
    this.scope = scope;
    this.environment = environment;
  }

  /** Returns the plan, or all problems of all files. */
  public Plan plan() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    Catalogues catalogues = new Catalogues(loader);
    problems.addAll(catalogues.problems());
    List<PlannedExperiment> experiments = new ArrayList<>();
    if (problems.isEmpty()) {
      experiments.addAll(
          experiments(new ExperimentReader(catalogues, new Presets(loader), scope.base())));
    }
    return new Plan(List.copyOf(problems), List.copyOf(hints), experiments);
  }

  private List<PlannedExperiment> experiments(ExperimentReader reader) {
    List<String> files = files();
    List<PlannedExperiment> experiments = new ArrayList<>();
    if (!files.isEmpty()) {
      Completion completion = new Completion(scope, environment);
      for (String file : files) {
        ExperimentReader.Reading reading = reader.read(scope.experiments(), file);
        problems.addAll(reading.problems());
        reading
            .experiment()
            .map(e -> draft(file, reading.presets(), e, reader.toConfiguration(e)))
            .ifPresent(draft -> complete(draft, reader, completion, experiments));
      }
    }
    return experiments;
  }

  private static Completion.Draft draft(
      String file, List<String> presets, Experiment experiment, JsonNode configuration) {
    return new Completion.Draft(
        ExperimentFiles.name(file), file, presets, experiment, configuration);
  }

  private List<String> files() {
    String directory = scope.base().relativize(scope.experiments()).toString();
    if (!Files.isDirectory(scope.experiments())) {
      problems.add(new Problem(directory, 1, 1, ExperimentMessages.NO_DIRECTORY));
      return List.of();
    }
    ExperimentFiles files = ExperimentFiles.of(scope.experiments());
    problems.addAll(files.problems(FileKind.EXPERIMENT));
    if (files.complete().isEmpty()) {
      problems.add(new Problem(directory, 1, 1, ExperimentMessages.NO_EXPERIMENTS));
    }
    return files.complete();
  }

  private void complete(
      Completion.Draft draft,
      ExperimentReader reader,
      Completion completion,
      List<PlannedExperiment> experiments) {
    try {
      experiments.add(completion.complete(draft));
      new PresetHint(reader, draft.presets(), draft.experiment())
          .ofExperiment(draft.name())
          .ifPresent(text -> hints.add(new Hint(draft.name(), text)));
    } catch (DataException e) {
      problems.add(new Problem(draft.file(), 1, 1, e.getMessage()));
    }
  }
}
