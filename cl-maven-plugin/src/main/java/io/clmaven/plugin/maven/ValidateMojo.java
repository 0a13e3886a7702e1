package io.clmaven.plugin.maven;

import io.clmaven.plugin.train.Planner;
import io.clmaven.plugin.train.WholePlan;
import io.clmaven.plugin.train.WholeRequest;
import io.clmaven.runtime.experiment.plan.Hint;
import io.clmaven.runtime.experiment.plan.Plan;
import io.clmaven.runtime.experiment.plan.PlannedExperiment;
import io.clmaven.runtime.experiment.plan.PlannedSweep;
import io.clmaven.runtime.experiment.plan.SweepPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Reads every file of experiments and sweeps and prints what would be trained; fails with all
 * mistakes of all files at once. Also writes the JSON Schemas of both, which know the project's own
 * components, for editors. Trains nothing.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "validate",
    defaultPhase = LifecyclePhase.PROCESS_CLASSES,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
public final class ValidateMojo extends AbstractForkMojo {

  /**
   * Skips this goal. Default: {@code false}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.validate.skip", defaultValue = "false")
  private boolean skipValidate;

  @Inject
  ValidateMojo(ForkTools tools) {
    super(tools);
  }

  @Override
  protected boolean skipGoal() {
    return skipValidate;
  }

  @Override
  protected boolean needsExperiments() {
    return !RunDecision.hasExperiments(sweepDirectory());
  }

  private Path sweepDirectory() {
    return experimentDirectory.toPath().resolve(SweepPlan.FOLDER);
  }

  @Override
  protected void run() {
    Path directory = experimentDirectory.toPath();
    Optional<Planner.Request> experiments = request(directory);
    Optional<Planner.Request> sweeps = request(sweepDirectory());
    WholePlan plan = tools.planner.plan(forkSettings(), new WholeRequest(experiments, sweeps));
    if (experiments.isPresent()) {
      print(plan.experiments());
    }
    if (sweeps.isPresent()) {
      print(plan.sweeps());
    }
    getLog()
        .info(
            "JSON Schema for editors: %s, of sweeps: %s"
                .formatted(
                    shown(runDirectory().resolve(Plan.SCHEMA_FILE)),
                    shown(runDirectory().resolve(SweepPlan.SCHEMA_FILE))));
  }

  private Optional<Planner.Request> request(Path files) {
    return RunDecision.hasExperiments(files)
        ? Optional.of(planRequest(List.of()))
        : Optional.empty();
  }

  private void print(Plan plan) {
    getLog().info(heading(plan.experiments().size(), "experiment", experimentDirectory.toPath()));
    plan.experiments().forEach(this::print);
    warn(plan.hints());
  }

  private void warn(List<Hint> hints) {
    hints.stream().map(Hint::text).forEach(getLog()::warn);
  }

  private void print(SweepPlan plan) {
    getLog().info(heading(plan.sweeps().size(), "sweep", sweepDirectory()));
    plan.sweeps().forEach(this::print);
    warn(plan.hints());
  }

  private String heading(int count, String thing, Path directory) {
    return "%d %s%s in '%s':".formatted(count, thing, count == 1 ? "" : "s", shown(directory));
  }

  private void print(PlannedSweep sweep) {
    getLog()
        .info(
            "  %s: search of %s, points: %d, seeds: %d, metric: %s"
                .formatted(
                    sweep.name(),
                    sweep.experiment(),
                    sweep.points().size(),
                    sweep.seeds().size(),
                    sweep.metric()));
  }

  private void print(PlannedExperiment experiment) {
    String presets =
        experiment.presets().isEmpty()
            ? ""
            : " (extends %s)".formatted(String.join(", ", experiment.presets()));
    getLog().info("  %s: %s%s".formatted(experiment.name(), experiment.summary(), presets));
    getLog().debug(experiment.configuration().toPrettyString());
  }
}
