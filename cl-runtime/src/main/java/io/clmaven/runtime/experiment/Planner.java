package io.clmaven.runtime.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.benchmark.Benchmark;
import io.clmaven.runtime.component.Selection;
import io.clmaven.runtime.data.DataException;
import io.clmaven.runtime.data.DataFile;
import io.clmaven.runtime.data.DataSet;
import io.clmaven.runtime.data.DataStore;
import io.clmaven.runtime.experiment.fingerprint.Fingerprints;
import io.clmaven.runtime.experiment.plan.Plan;
import io.clmaven.runtime.experiment.plan.PlannedExperiment;
import io.clmaven.runtime.experiment.plan.Problem;
import io.clmaven.runtime.experiment.preset.Presets;
import io.clmaven.runtime.experiment.yaml.Catalogues;
import io.clmaven.runtime.model.Architecture;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads all experiments of a directory and says what each of them needs. Starts no engine. */
public final class Planner {

  private final PlanScope scope;
  private final Map<String, String> environment;
  private final LinkedHashSet<Problem> problems = new LinkedHashSet<>();

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
    return new Plan(List.copyOf(problems), experiments);
  }

  private List<PlannedExperiment> experiments(ExperimentReader reader) {
    List<String> files = files();
    List<PlannedExperiment> experiments = new ArrayList<>();
    if (!files.isEmpty()) {
      Fingerprints fingerprints =
          new Fingerprints(scope.classes(), scope.base(), scope.engine(), environment);
      for (String file : files) {
        ExperimentReader.Reading reading = reader.read(scope.experiments(), file);
        problems.addAll(reading.problems());
        reading
            .experiment()
            .map(e -> new Draft(file, reading.presets(), e, reader.toConfiguration(e)))
            .ifPresent(draft -> finish(draft, fingerprints, experiments));
      }
    }
    return experiments;
  }

  private static List<String> files(Selection<Architecture> model) {
    return model.create().files(model.parameters());
  }

  private List<String> files() {
    String directory = scope.base().relativize(scope.experiments()).toString();
    if (!Files.isDirectory(scope.experiments())) {
      problems.add(new Problem(directory, 1, 1, ExperimentMessages.NO_DIRECTORY));
      return List.of();
    }
    ExperimentFiles files = ExperimentFiles.of(scope.experiments());
    problems.addAll(files.problems());
    if (files.experiments().isEmpty()) {
      problems.add(new Problem(directory, 1, 1, ExperimentMessages.NO_EXPERIMENTS));
    }
    return files.experiments();
  }

  /** What is known of a valid experiment before its data is looked at. */
  private record Draft(
      String file, List<String> presets, Experiment experiment, JsonNode configuration) {}

  private void finish(Draft draft, Fingerprints fingerprints, List<PlannedExperiment> experiments) {
    List<DataFile> files = new ArrayList<>();
    Map<String, String> hashes = new TreeMap<>();
    Selection<Benchmark> benchmark = draft.experiment().benchmark();
    try {
      for (Selection<DataSet> data : benchmark.create().dataSets(benchmark.parameters())) {
        files.addAll(data.create().files(data.parameters()));
        hashes.putAll(
            data.create()
                .contentHashes(data.parameters(), new DataStore(scope.data(), scope.base())));
      }
      for (String file : files(draft.experiment().model())) {
        hashes.put(file, Fingerprints.hash(scope.base().resolve(file)));
      }
    } catch (DataException e) {
      problems.add(new Problem(draft.file(), 1, 1, e.getMessage()));
      return;
    }
    experiments.add(
        new PlannedExperiment(
            ExperimentFiles.name(draft.file()),
            draft.file(),
            draft.presets(),
            new Summary(draft.experiment()).text(),
            draft.configuration(),
            draft.experiment().seeds(),
            draft.experiment().check(),
            files.stream().distinct().toList(),
            fingerprints.of(draft.configuration(), hashes)));
  }
}
