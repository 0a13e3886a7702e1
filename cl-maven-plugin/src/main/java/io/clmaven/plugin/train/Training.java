package io.clmaven.plugin.train;

import io.clmaven.plugin.config.EnvironmentException;
import io.clmaven.plugin.config.ProcessLock;
import io.clmaven.plugin.fork.ForkSettings;
import io.clmaven.plugin.fork.WorkerFailedException;
import io.clmaven.plugin.progress.ProgressView;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;
import org.apache.maven.plugin.logging.Log;

/** Runs trials side by side, each in a worker of its own. */
@Named
@Singleton
public class Training {

  private static final String INTERRUPTED =
      "Cannot train: the build was interrupted. Run it again to go on from the last checkpoints.";

  private final TrialRunner runner;

  @Inject
  Training(TrialRunner runner) {
    this.runner = runner;
  }

  /**
   * What the trials of one run share.
   *
   * @param settings the workers
   * @param options how to run
   * @param permits one per trial that may run at a time in the whole build
   * @param view shows progress
   * @param policy failures that do not fail the goal
   * @param announcement what is said before the first trial
   * @param log the build log
   */
  public record Context(
      ForkSettings settings,
      TrainingOptions options,
      Semaphore permits,
      ProgressView view,
      FailurePolicy policy,
      Announcement announcement,
      Log log) {}

  /** Trains what is out of date among the trials; one that fails does not stop the others. */
  public void run(List<Trial> trials, Context context) {
    TrainingOptions options = context.options();
    ProcessLock lock =
        RunLock.take(options.runDirectory(), options.lockTimeout(), context.log()::info);
    try {
      runLocked(trials, context);
    } finally {
      lock.close();
    }
  }

  /** Does the same for somebody who holds the lock of the folder already. */
  public void runLocked(List<Trial> trials, Context context) {
    TrainingOptions options = context.options();
    List<Trial> outdated =
        new TrialSelection(context.announcement(), context.log()).outdated(trials, options);
    new DataCheck(options.dataDirectory()).check(outdated);
    Resources resources = new Resources(context.settings(), options.parallel());
    if (!outdated.isEmpty()) {
      context.log().info(resources.text());
      resources.warning(Resources.physicalMemory()).ifPresent(context.log()::warn);
    }
    TrialFailures failures = runAll(outdated, context);
    failures.throwIfAny(outdated.size());
  }

  private TrialFailures runAll(List<Trial> trials, Context context) {
    TrialFailures failures = new TrialFailures();
    ExecutorService pool = Executors.newFixedThreadPool(context.options().parallel());
    try (ProgressView view = context.view();
        Interruption interruption = Interruption.of(trials.size(), context)) {
      view.begin(trials.size());
      List<Future<?>> futures = new ArrayList<>();
      for (Trial trial : trials) {
        futures.add(
            pool.submit(() -> runOne(trial, context, new Outcomes(failures, interruption))));
      }
      for (Future<?> future : futures) {
        future.get();
      }
      if (interruption.happened()) {
        throw new EnvironmentException(INTERRUPTED);
      }
      return failures;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EnvironmentException(INTERRUPTED, e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } finally {
      pool.shutdownNow();
    }
  }

  /** Where trials are noted that are over. */
  private record Outcomes(TrialFailures failures, Interruption interruption) {}

  private void runOne(Trial trial, Context context, Outcomes outcomes) {
    boolean stopped = context.options().failFast() && !outcomes.failures().isEmpty();
    if (stopped) {
      outcomes.failures().skipped(trial);
      return;
    }
    await(context.permits());
    try {
      if (outcomes.interruption().happened()) {
        return;
      }
      runner.run(trial, context);
      outcomes.interruption().finished();
      context.view().finished(trial.label(), trial.time());
    } catch (WorkerFailedException e) {
      failed(trial, e, context, outcomes);
    } finally {
      context.permits().release();
    }
  }

  private static void failed(
      Trial trial, WorkerFailedException cause, Context context, Outcomes outcomes) {
    String message = cause.getMessage().lines().findFirst().orElse("");
    if (context.policy().isResult(trial, cause)) {
      outcomes.interruption().finished();
      context.view().diverged(trial.label(), message);
      return;
    }
    outcomes.failures().add(trial, cause);
    if (!outcomes.interruption().happened()) {
      context.view().failed(trial.label(), message);
    }
  }

  private static void await(Semaphore permits) {
    try {
      permits.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EnvironmentException(INTERRUPTED, e);
    }
  }
}
