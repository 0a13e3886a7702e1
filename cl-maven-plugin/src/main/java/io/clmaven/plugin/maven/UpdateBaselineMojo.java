package io.clmaven.plugin.maven;

import io.clmaven.plugin.check.Baseline;
import io.clmaven.plugin.check.BaselineChanges;
import io.clmaven.plugin.check.BaselineFolder;
import io.clmaven.plugin.check.BaselineUpdate;
import io.clmaven.plugin.check.Evidence;
import io.clmaven.plugin.check.ResultFolder;
import io.clmaven.plugin.config.ProjectException;
import io.clmaven.plugin.train.TrialFilter;
import io.clmaven.runtime.experiment.plan.PlannedExperiment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Writes the results of {@code cl:train} as the baselines that {@code cl:check} compares later
 * results with; they are meant to be committed. Worse values than before need a reason, and a CI
 * server does not write baselines.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "update-baseline",
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
public final class UpdateBaselineMojo extends AbstractForkMojo {

  /**
   * Skips this goal. Default: {@code false}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.update-baseline.skip", defaultValue = "false")
  private boolean skipUpdateBaseline;

  /**
   * Why worse values than before are accepted, for example {@code a new split of the data}; kept in
   * the baseline. Default: none, and worse values are refused.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.baseline.reason")
  private String reason;

  /**
   * Whether baselines are written although the environment variable {@code CI} is set. Default:
   * {@code false}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.baseline.allowInCi", defaultValue = "false")
  private boolean allowInCi;

  /**
   * Names of the experiments to take, separated by commas; {@code *} and {@code ?} are wildcards,
   * as in {@code gpm-*,naive}. Default: all.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.experiments")
  private List<String> experiments;

  @Parameter(defaultValue = "${env.CI}", readonly = true)
  private String ci;

  @Inject
  UpdateBaselineMojo(ForkTools tools) {
    super(tools);
  }

  @Override
  protected boolean skipGoal() {
    return skipUpdateBaseline;
  }

  @Override
  protected void run() {
    if (isSet(ci) && !allowInCi) {
      throw new ProjectException(
          "Cannot update baselines: the environment variable CI is set, and what a CI server writes"
              + " nobody has looked at. Run cl:update-baseline on your machine, or set"
              + " cl.baseline.allowInCi.");
    }
    List<String> names = experiments == null ? List.of() : experiments;
    List<PlannedExperiment> planned =
        new TrialFilter(names, List.of()).experiments(plan(forkSettings()).experiments());
    BaselineFolder baselines =
        new BaselineFolder(experimentDirectory.toPath().resolve("baselines"), baseDirectory());
    List<Baseline> proposals = new ArrayList<>();
    for (PlannedExperiment experiment : planned) {
      propose(experiment, baselines).ifPresent(proposals::add);
    }
    for (Baseline baseline : proposals) {
      Optional<Baseline> before = baselines.read(baseline.experiment());
      baselines.write(baseline);
      getLog().info("Wrote '%s'.".formatted(baselines.shown(baseline.experiment())));
      BaselineChanges.lines(before, baseline).forEach(line -> getLog().info("  " + line));
    }
  }

  private Optional<Baseline> propose(PlannedExperiment experiment, BaselineFolder baselines) {
    String name = experiment.name();
    ResultFolder results = new ResultFolder(runDirectory(), baseDirectory());
    Optional<Baseline> proposal =
        new BaselineUpdate(Optional.ofNullable(reason).filter(UpdateBaselineMojo::isSet))
            .propose(
                experiment,
                new Evidence(
                    results.read(name),
                    results.shown(name),
                    baselines.read(name),
                    baselines.shown(name)));
    if (proposal.isEmpty()) {
      getLog().info("'%s' is up to date.".formatted(baselines.shown(name)));
    }
    return proposal;
  }

  private static boolean isSet(String value) {
    return value != null && !value.isBlank();
  }
}
