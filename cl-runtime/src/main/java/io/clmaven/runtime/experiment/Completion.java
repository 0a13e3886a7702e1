package io.clmaven.runtime.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.benchmark.Benchmark;
import io.clmaven.runtime.component.Selection;
import io.clmaven.runtime.data.DataException;
import io.clmaven.runtime.data.DataFile;
import io.clmaven.runtime.data.DataSet;
import io.clmaven.runtime.data.DataStore;
import io.clmaven.runtime.experiment.fingerprint.Fingerprints;
import io.clmaven.runtime.experiment.plan.PlannedExperiment;
import io.clmaven.runtime.model.Architecture;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Completes valid experiments with what they need and depend on: data files and fingerprint. */
public final class Completion {

  private final PlanScope scope;
  private final Fingerprints fingerprints;
  private final Map<List<JsonNode>, Data> known = new HashMap<>();

  /**
   * Hashes the code once for all experiments.
   *
   * @param scope what is planned
   * @param environment environment variables
   */
  public Completion(PlanScope scope, Map<String, String> environment) {
    this.scope = scope;
    this.fingerprints =
        new Fingerprints(scope.classes(), scope.base(), scope.engine(), environment);
  }

  /**
   * What is known of a valid experiment before its data is looked at.
   *
   * @param name its name
   * @param file where it was read from
   * @param presets presets it extends, nearest first
   * @param experiment the experiment
   * @param configuration its effective configuration
   */
  public record Draft(
      String name,
      String file,
      List<String> presets,
      Experiment experiment,
      JsonNode configuration) {}

  private record Data(List<DataFile> files, Map<String, String> hashes) {}

  /**
   * Returns the planned experiment.
   *
   * @throws DataException if it cannot be said what its data are
   */
  public PlannedExperiment complete(Draft draft) {
    Data data = data(draft);
    return new PlannedExperiment(
        draft.name(),
        draft.file(),
        draft.presets(),
        new Summary(draft.experiment()).text(),
        draft.configuration(),
        draft.experiment().seeds(),
        draft.experiment().check(),
        data.files(),
        fingerprints.of(draft.configuration(), data.hashes()));
  }

  /** Experiments with the same benchmark and model have the same data. */
  private Data data(Draft draft) {
    JsonNode configuration = draft.configuration();
    List<JsonNode> key = List.of(configuration.get("benchmark"), configuration.get("model"));
    Data found = known.get(key);
    if (found == null) {
      found = look(draft.experiment());
      known.put(key, found);
    }
    return found;
  }

  private Data look(Experiment experiment) {
    List<DataFile> files = new ArrayList<>();
    Map<String, String> hashes = new TreeMap<>();
    Selection<Benchmark> benchmark = experiment.benchmark();
    for (Selection<DataSet> data : benchmark.create().dataSets(benchmark.parameters())) {
      files.addAll(data.create().files(data.parameters()));
      hashes.putAll(
          data.create()
              .contentHashes(data.parameters(), new DataStore(scope.data(), scope.base())));
    }
    Selection<Architecture> model = experiment.model();
    for (String file : model.create().files(model.parameters())) {
      hashes.put(file, Fingerprints.hash(scope.base().resolve(file)));
    }
    return new Data(files.stream().distinct().toList(), hashes);
  }
}
