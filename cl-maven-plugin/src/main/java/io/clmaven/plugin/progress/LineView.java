package io.clmaven.plugin.progress;

import io.clmaven.runtime.worker.protocol.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.maven.plugin.logging.Log;

/**
 * Whole lines in the build log: milestones always, progress at most once per interval and trial.
 */
public final class LineView implements ProgressView {

  private final Log log;
  private final Duration interval;
  private final Clock clock;
  private final TrialStates trials = new TrialStates();
  private final Map<String, Instant> shown = new HashMap<>();

  /** Makes a view that shows progress once per interval. */
  public LineView(Log log, Duration interval, Clock clock) {
    this.log = log;
    this.interval = interval;
    this.clock = clock;
  }

  @Override
  public synchronized void begin(int count) {
    trials.begin(count);
  }

  @Override
  public synchronized void heard(String trial, Event event) {
    Instant now = clock.instant();
    TrialState state = trials.of(trial, now);
    state.update(event, now);
    state.milestone(event).ifPresent(line -> show(trial, line, now));
    if (event instanceof Event.Progress && isDue(trial, now)) {
      show(trial, state.line(state.position(now)), now);
    }
    WorkerMessages.log(log, trial, event);
  }

  @Override
  public synchronized void finished(String trial, Duration time) {
    log.info(trials.finished(trial, time));
  }

  @Override
  public synchronized void diverged(String trial, String message) {
    log.warn(trials.diverged(trial, clock.instant(), message));
  }

  @Override
  public synchronized void failed(String trial, String message) {
    log.error(trials.failed(trial, clock.instant(), message));
  }

  private boolean isDue(String trial, Instant now) {
    Instant last = shown.getOrDefault(trial, Instant.EPOCH);
    return !now.isBefore(last.plus(interval));
  }

  private void show(String trial, String line, Instant now) {
    shown.put(trial, now);
    log.info(line);
  }

  @Override
  public void close() {}
}
