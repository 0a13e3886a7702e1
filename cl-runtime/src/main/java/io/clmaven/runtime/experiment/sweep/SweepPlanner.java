package io.clmaven.runtime.experiment.sweep;

import io.clmaven.runtime.data.DataException;
import io.clmaven.runtime.experiment.Completion;
import io.clmaven.runtime.experiment.Experiment;
import io.clmaven.runtime.experiment.ExperimentFiles;
import io.clmaven.runtime.experiment.ExperimentReader;
import io.clmaven.runtime.experiment.FileKind;
import io.clmaven.runtime.experiment.PlanScope;
import io.clmaven.runtime.experiment.Sources;
import io.clmaven.runtime.experiment.plan.Hint;
import io.clmaven.runtime.experiment.plan.PlannedPoint;
import io.clmaven.runtime.experiment.plan.PlannedSweep;
import io.clmaven.runtime.experiment.plan.Problem;
import io.clmaven.runtime.experiment.plan.SweepPlan;
import io.clmaven.runtime.experiment.preset.Presets;
import io.clmaven.runtime.experiment.yaml.Catalogues;
import io.clmaven.runtime.experiment.yaml.Problems;
import io.clmaven.runtime.metric.Metric;
import io.clmaven.runtime.metric.Metrics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads all sweeps of a project and makes the experiments that their points are. */
public final class SweepPlanner {

  private final PlanScope scope;
  private final Map<String, String> environment;
  private final Path directory;
  private final LinkedHashSet<Problem> problems = new LinkedHashSet<>();
  private final List<Hint> hints = new ArrayList<>();

  /**
   * Makes a planner.
   *
   * @param scope what is to be planned
   * @param environment environment variables
   */
  public SweepPlanner(PlanScope scope, Map<String, String> environment) {
    this.scope = scope;
    this.environment = environment;
    this.directory = scope.experiments().resolve(SweepPlan.FOLDER);
  }

  /**
   * Returns the plan, or all problems of all wanted files.
   *
   * @param wanted names of sweeps; all if empty
   */
  public SweepPlan plan(Collection<String> wanted) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    Catalogues catalogues = new Catalogues(loader);
    problems.addAll(catalogues.problems());
    List<PlannedSweep> sweeps = new ArrayList<>();
    List<String> files = problems.isEmpty() ? files(wanted) : List.of();
    if (!files.isEmpty()) {
      SweepPoints.Tools tools =
          new SweepPoints.Tools(
              new ExperimentReader(catalogues, new Presets(loader), scope.base()),
              new Completion(scope, environment));
      Sources sources = new Sources(directory, Presets.ofSweeps(loader), FileKind.SWEEP);
      for (String file : files) {
        Problems own = new Problems();
        new SweepReader(sources, catalogues, own)
            .read(file)
            .flatMap(sweep -> plan(ExperimentFiles.name(file), sweep, tools, own))
            .ifPresent(sweeps::add);
        problems.addAll(own.list());
      }
    }
    return new SweepPlan(List.copyOf(problems), List.copyOf(hints), sweeps);
  }

  private List<String> files(Collection<String> wanted) {
    String shown = scope.base().relativize(directory).toString();
    if (!Files.isDirectory(directory)) {
      problems.add(new Problem(shown, 1, 1, SweepMessages.NO_DIRECTORY));
      return List.of();
    }
    ExperimentFiles files = ExperimentFiles.of(directory).only(wanted);
    problems.addAll(files.problems(FileKind.SWEEP));
    if (files.complete().isEmpty()) {
      problems.add(new Problem(shown, 1, 1, SweepMessages.NO_SWEEPS));
    }
    return files.complete();
  }

  private Optional<PlannedSweep> plan(
      String name, SweepFile file, SweepPoints.Tools tools, Problems own) {
    ExperimentReader.Reading base = tools.reader().read(scope.experiments(), file.experiment());
    problems.addAll(base.problems());
    Optional<List<Long>> seeds =
        file.sweep().seeds().or(() -> base.experiment().map(Experiment::seeds));
    SweepPoints points = new SweepPoints(name, file, tools, own);
    Optional<Experiment> searched = seeds.flatMap(s -> points.searched(base, s));
    if (searched.isEmpty()) {
      return Optional.empty();
    }
    check(file, searched.get(), own);
    try {
      List<PlannedPoint> planned = points.of(searched.get(), base);
      new SweepHint(name, base, tools.reader())
          .of(planned)
          .ifPresent(text -> hints.add(new Hint(name, text)));
      return own.isEmpty()
          ? Optional.of(
              planned(name, file.restingOn(base.files()), searched.get().seeds(), planned))
          : Optional.empty();
    } catch (DataException e) {
      own.add(file.settings().place(), e.getMessage());
      return Optional.empty();
    }
  }

  private static void check(SweepFile file, Experiment searched, Problems own) {
    int seeds = searched.seeds().size();
    file.sweep()
        .halving()
        .filter(halving -> halving.seeds() > seeds)
        .ifPresent(
            halving ->
                own.add(
                    file.placeOf("halving"), SweepMessages.tooFewSeeds(halving.seeds(), seeds)));
    MetricCheck.problem(metric(file), searched)
        .ifPresent(message -> own.add(file.placeOf("metric"), message));
  }

  private static Metric metric(SweepFile file) {
    return Metrics.find(file.sweep().metric()).orElseThrow();
  }

  private static PlannedSweep planned(
      String name, SweepFile file, List<Long> seeds, List<PlannedPoint> points) {
    return new PlannedSweep(
        name,
        file.settings().place().file(),
        file.files(),
        file.sweep().experiment(),
        NodeJson.of(file.overrides()),
        metric(file).id(),
        file.parameters().stream().map(parameter -> parameter.path().text()).toList(),
        seeds,
        file.sweep().halving(),
        points);
  }
}
