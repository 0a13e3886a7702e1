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
  private final Map<String, TrialState> states = new HashMap<>();
  private final Map<String, Instant> shown = new HashMap<>();

  /** Makes a view that shows progress once per interval. */
  public LineView(Log log, Duration interval, Clock clock) {
    this.log = log;
    this.interval = interval;
    this.clock = clock;
  }

  @Override
  public void begin(int trials) {}

  @Override
  public synchronized void heard(String trial, Event event) {
    TrialState state = states.computeIfAbsent(trial, TrialState::new);
    Instant now = clock.instant();
    state.update(event, now);
    state.milestone(event).ifPresent(line -> show(trial, line, now));
    if (event instanceof Event.Progress && isDue(trial, now)) {
      state.line(state.position(now)).ifPresent(line -> show(trial, line, now));
    }
    WorkerMessages.log(log, trial, event);
  }

  @Override
  public synchronized void failed(String trial, String message) {
    log.error("[%s] %s".formatted(trial, message));
  }

  private boolean isDue(String trial, Instant now) {
    return !now.isBefore(shown.getOrDefault(trial, Instant.EPOCH).plus(interval));
  }

  private void show(String trial, String line, Instant now) {
    shown.put(trial, now);
    log.info(line);
  }

  @Override
  public void close() {}
}
