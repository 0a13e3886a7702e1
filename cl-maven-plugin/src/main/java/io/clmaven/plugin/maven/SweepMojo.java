package io.clmaven.plugin.maven;

import io.clmaven.plugin.config.SettingsFiles;
import io.clmaven.plugin.fork.ForkSettings;
import io.clmaven.plugin.sweep.SweepFilter;
import io.clmaven.plugin.sweep.SweepFolder;
import io.clmaven.plugin.sweep.SweepTable;
import io.clmaven.plugin.sweep.Sweeping;
import io.clmaven.plugin.sweep.WinnerFile;
import io.clmaven.plugin.train.Announcement;
import io.clmaven.plugin.train.Training;
import io.clmaven.runtime.experiment.plan.Hint;
import io.clmaven.runtime.experiment.plan.PlannedSweep;
import io.clmaven.runtime.experiment.plan.SweepPlan;
import io.clmaven.runtime.experiment.result.SweepResult;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Searches over settings of experiments, as the files in the folder {@code sweeps} of the
 * experiment directory describe it, and writes the best settings as an experiment file. Results
 * come from validation examples: the test set is sealed. A killed search does only what is missing.
 *
 * @since 0.1.0
 */
@Mojo(name = "sweep", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
public final class SweepMojo extends AbstractTrainingMojo {

  /**
   * Skips this goal. Default: {@code false}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.sweep.skip", defaultValue = "false")
  private boolean skipSweep;

  /**
   * Names of the sweeps to run, separated by commas; {@code *} and {@code ?} are wildcards, as in
   * {@code tag-*}. Default: all.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.sweeps")
  private List<String> sweeps;

  private final Sweeping sweeping;

  @Inject
  SweepMojo(ForkTools tools, Sweeping sweeping) {
    super(tools);
    this.sweeping = sweeping;
  }

  @Override
  protected boolean skipGoal() {
    return skipSweep;
  }

  @Override
  protected boolean needsExperiments() {
    return false; // a sweep may search a preset
  }

  @Override
  void addSkipReasons(RunDecision decision) {
    if (decision.runs()) {
      decision.needs("sweep", directory(), shown(directory()), project.getPackaging());
    }
  }

  private Path directory() {
    return experimentDirectory.toPath().resolve(SweepPlan.FOLDER);
  }

  @Override
  protected void run() {
    requireParallel();
    ForkSettings settings = forkSettings();
    List<String> chosen =
        new SweepFilter(orEmpty(sweeps)).choose(SettingsFiles.of(directory()).names());
    SweepPlan plan = tools.planner.planSweeps(settings, planRequest(chosen));
    plan.hints().stream().map(Hint::text).forEach(getLog()::warn);
    for (PlannedSweep sweep : plan.sweeps()) {
      run(sweep, settings);
    }
  }

  private void run(PlannedSweep sweep, ForkSettings settings) {
    SweepFolder folder = SweepFolder.of(runDirectory(), sweep);
    SweepResult result =
        sweeping.run(
            sweep,
            new Sweeping.Context(
                folder,
                () -> rung(folder, settings),
                options(folder.path()).lockTimeout(),
                getLog()));
    getLog().info("");
    SweepTable.lines(result).forEach(line -> getLog().info(line));
    getLog().info("");
    WinnerFile.requireWinner(result, shown(folder.result()));
    WinnerFile.write(folder.winner(), sweep, result);
    String copy = shown(experimentDirectory.toPath().resolve(sweep.name() + "-winner.yaml"));
    getLog().info("Results: %s".formatted(shown(folder.result())));
    getLog().info("Winner: %s".formatted(shown(folder.winner())));
    getLog()
        .info(
            "To train and test it, copy it to '%s' and run 'mvn cl:train -Dcl.experiments=%s-winner'."
                .formatted(copy, sweep.name()));
  }

  private Training.Context rung(SweepFolder folder, ForkSettings settings) {
    return new Training.Context(
        settings,
        options(folder.path()),
        permits(),
        view(),
        Sweeping.POLICY,
        Announcement.SUMMARY,
        getLog());
  }
}
