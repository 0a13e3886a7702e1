package io.clmaven.runtime.experiment.sweep;

import io.clmaven.runtime.experiment.ExperimentReader;
import io.clmaven.runtime.experiment.PlanScope;
import io.clmaven.runtime.experiment.plan.Problem;
import io.clmaven.runtime.experiment.plan.SweepPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A project with the experiment {@code naive} and sweeps. */
record SweepProject(Path base) {

  private static final String NAIVE =
      """
      benchmark: {name: permuted-mnist, validation: 0.1}
      model: mlp
      method: naive
      seeds: [1, 2, 3]
      check: {accuracy: {minimum: 50%, seeds: 3}}
      """;

  static SweepProject in(Path base) throws IOException {
    SweepProject project = new SweepProject(base);
    Files.createDirectories(project.experiments().resolve("sweeps"));
    project.experiment("naive.yaml", NAIVE);
    return project;
  }

  Path experiments() {
    return base.resolve("src/main/cl");
  }

  void experiment(String file, String text) throws IOException {
    Files.writeString(experiments().resolve(file), text);
  }

  SweepProject sweep(String file, String text) throws IOException {
    experiment("sweeps/" + file, text);
    return this;
  }

  SweepPlan plan(String... wanted) {
    PlanScope scope = new PlanScope(experiments(), base, List.of(), base.resolve("cache"), "auto");
    return new SweepPlanner(scope, Map.of("OMP_NUM_THREADS", "1")).plan(List.of(wanted));
  }

  List<String> problems() {
    return plan().problems().stream().map(Problem::toString).toList();
  }

  ExperimentReader.Reading read(String file) {
    return new ExperimentReader(base).read(experiments(), file);
  }
}
