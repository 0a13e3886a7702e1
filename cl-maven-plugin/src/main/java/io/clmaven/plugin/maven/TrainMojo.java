package io.clmaven.plugin.maven;

import io.clmaven.plugin.config.Seeds;
import io.clmaven.plugin.fork.ForkSettings;
import io.clmaven.plugin.train.Announcement;
import io.clmaven.plugin.train.FailurePolicy;
import io.clmaven.plugin.train.SummaryTable;
import io.clmaven.plugin.train.Training;
import io.clmaven.plugin.train.Trial;
import io.clmaven.plugin.train.TrialFilter;
import io.clmaven.runtime.experiment.plan.Hint;
import io.clmaven.runtime.experiment.plan.Plan;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Trains every experiment whose results are missing or were made with something else, each trial in
 * a JVM of its own, and writes {@code results.json}. A killed run goes on from its last checkpoint.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "train",
    defaultPhase = LifecyclePhase.INTEGRATION_TEST,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
public final class TrainMojo extends AbstractTrainingMojo {

  /**
   * Skips this goal. Default: {@code false}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.train.skip", defaultValue = "false")
  private boolean skipTrain;

  /**
   * Skips this goal where it is bound to a phase, as all integration tests. Default: {@code false}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "skipITs", defaultValue = "false")
  private boolean skipITs;

  /**
   * Names of the experiments to train, separated by commas; {@code *} and {@code ?} are wildcards,
   * as in {@code gpm-*,naive}. Default: all.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.experiments")
  private List<String> experiments;

  /**
   * Seeds to train, separated by commas, among those of the experiments. Default: all.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.seeds")
  private String seeds;

  private final Training training;

  @Inject
  TrainMojo(ForkTools tools, Training training) {
    super(tools);
    this.training = training;
  }

  @Override
  protected boolean skipGoal() {
    return skipTrain;
  }

  @Override
  protected void run() {
    requireParallel();
    ForkSettings settings = forkSettings();
    Plan plan = plan(settings);
    List<Trial> trials =
        new TrialFilter(orEmpty(experiments), Seeds.parse(seeds))
            .trials(plan.experiments(), runDirectory());
    Set<String> chosen =
        trials.stream().map(trial -> trial.experiment().name()).collect(Collectors.toSet());
    plan.hintsOf(chosen).stream().map(Hint::text).forEach(getLog()::warn);
    training.run(
        trials,
        new Training.Context(
            settings,
            options(runDirectory()),
            permits(),
            view(),
            FailurePolicy.FAIL,
            Announcement.EACH_TRIAL,
            getLog()));
    getLog().info("");
    SummaryTable.lines(trials).forEach(line -> getLog().info(line));
    getLog().info("");
    getLog().info("Results: %s".formatted(runDirectory()));
  }

  @Override
  void addSkipReasons(RunDecision decision) {
    boolean isBound = mojoExecution.getSource() == MojoExecution.Source.LIFECYCLE;
    decision.skipWhen(skipITs && isBound, "skipITs");
  }
}
