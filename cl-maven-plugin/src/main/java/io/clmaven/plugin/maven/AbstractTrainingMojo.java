package io.clmaven.plugin.maven;

import io.clmaven.plugin.config.Durations;
import io.clmaven.plugin.config.ProjectException;
import io.clmaven.plugin.progress.LineView;
import io.clmaven.plugin.progress.LiveView;
import io.clmaven.plugin.progress.ProgressView;
import io.clmaven.plugin.progress.Terminal;
import io.clmaven.plugin.train.Permits;
import io.clmaven.plugin.train.TrainingOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that runs trials. */
abstract class AbstractTrainingMojo extends AbstractForkMojo {

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

  AbstractTrainingMojo(ForkTools tools) {
    super(tools);
  }

  /** Refuses to run no trial at a time. */
  final void requireParallel() {
    if (parallel < 1) {
      throw new ProjectException(
          "Cannot use %d of cl.parallel: at least one trial has to run. Set it to 1 or more."
              .formatted(parallel));
    }
  }

  /**
   * Returns how trials are run.
   *
   * @param directory folder whose lock they are run under
   */
  final TrainingOptions options(Path directory) {
    return new TrainingOptions(
        directory,
        cacheDirectory.toPath(),
        baseDirectory(),
        engine,
        parallel,
        force,
        failFast,
        Durations.parse(lockTimeout, "cl.lockTimeout"));
  }

  /** Returns what one for each trial that may run at a time in the whole build is taken from. */
  final Semaphore permits() {
    return Permits.ofBuild(session.getRepositorySession(), parallel);
  }

  /** Returns a new view of progress. */
  final ProgressView view() {
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

  /** Returns an empty list for a parameter that is not set. */
  static <T> List<T> orEmpty(List<T> values) {
    return values == null ? List.of() : values;
  }
}
