package io.clmaven.plugin.maven;

import io.clmaven.plugin.config.Durations;
import io.clmaven.plugin.config.ProjectException;
import io.clmaven.plugin.config.Seeds;
import io.clmaven.plugin.fork.ForkSettings;
import io.clmaven.plugin.progress.LineView;
import io.clmaven.plugin.progress.LiveView;
import io.clmaven.plugin.progress.ProgressView;
import io.clmaven.plugin.progress.Terminal;
import io.clmaven.plugin.train.Permits;
import io.clmaven.plugin.train.SummaryTable;
import io.clmaven.plugin.train.Training;
import io.clmaven.plugin.train.TrainingOptions;
import io.clmaven.plugin.train.Trial;
import io.clmaven.plugin.train.TrialFilter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.execution.MavenExecutionRequest;
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
public final class TrainMojo extends AbstractForkMojo {

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

  /**
   * Trials that run at a time in the whole build. Each takes {@code cl.fork.threads} cores and up
   * to {@code cl.fork.maxHeap} and {@code cl.fork.maxOffHeap} of memory. Default: {@code 1}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.parallel", defaultValue = "1")
  private int parallel;

  /**
   * Trains also what is up to date, from the beginning. Default: {@code false}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.force", defaultValue = "false")
  private boolean force;

  /**
   * Starts no further trial after one has failed. Default: {@code false}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.failFast", defaultValue = "false")
  private boolean failFast;

  /**
   * Longest wait for another build that trains in the same folder of results, for example {@code
   * 30m}. Default: {@code 10m}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.lockTimeout", defaultValue = "10m")
  private String lockTimeout;

  /**
   * How progress is shown: {@code plain} as lines in the log, {@code live} as a bar that is drawn
   * again and again, {@code auto} as a bar if somebody watches in a terminal. Default: {@code
   * auto}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.progress", defaultValue = "auto")
  private String progress;

  /**
   * Shortest time between two progress lines of one trial. Default: {@code 10s}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.progress.interval", defaultValue = "10s")
  private String progressInterval;

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
    if (parallel < 1) {
      throw new ProjectException(
          "Cannot use %d of cl.parallel: at least one trial has to run. Set it to 1 or more."
              .formatted(parallel));
    }
    ForkSettings settings = forkSettings();
    List<Trial> trials =
        new TrialFilter(orEmpty(experiments), Seeds.parse(seeds))
            .trials(plan(settings).experiments(), runDirectory());
    training.run(
        trials,
        new Training.Context(
            settings,
            options(),
            Permits.ofBuild(session.getRepositorySession(), parallel),
            view(),
            getLog()));
    getLog().info("");
    SummaryTable.lines(trials).forEach(line -> getLog().info(line));
    getLog().info("");
    getLog().info("Results: %s".formatted(runDirectory()));
  }

  private TrainingOptions options() {
    return new TrainingOptions(
        runDirectory(),
        cacheDirectory.toPath(),
        baseDirectory(),
        engine,
        parallel,
        force,
        failFast,
        Durations.parse(lockTimeout, "cl.lockTimeout"));
  }

  private ProgressView view() {
    Terminal terminal = new Terminal(System.getenv());
    boolean isLive =
        switch (progress) {
          case "live" -> true;
          case "plain" -> false;
          case "auto" -> isWatched() && terminal.isInteractive();
          default ->
              throw new ProjectException(
                  "Cannot use '%s' of cl.progress: it is neither 'auto' nor 'live' nor 'plain'. Set one of them."
                      .formatted(progress));
        };
    Duration interval = Durations.parse(progressInterval, "cl.progress.interval");
    return isLive
        ? new LiveView(getLog(), System.out, terminal.width(), Clock.systemUTC())
        : new LineView(getLog(), interval, Clock.systemUTC());
  }

  private boolean isWatched() {
    MavenExecutionRequest request = session.getRequest();
    return request.isInteractiveMode() && request.getDegreeOfConcurrency() <= 1;
  }

  private static <T> List<T> orEmpty(List<T> values) {
    return values == null ? List.of() : values;
  }

  @Override
  void addSkipReasons(RunDecision decision) {
    boolean isBound = mojoExecution.getSource() == MojoExecution.Source.LIFECYCLE;
    decision.skipWhen(skipITs && isBound, "skipITs");
  }
}
