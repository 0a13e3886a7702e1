package io.clmaven.plugin.progress;

import io.clmaven.plugin.config.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The trials that run, and how many of all are over. */
final class TrialStates {

  private final Map<String, TrialState> running = new LinkedHashMap<>();
  private final Map<String, Instant> begun = new LinkedHashMap<>();
  private int all;
  private int over;

  void begin(int trials) {
    all = trials;
  }

  TrialState of(String trial, Instant now) {
    begun.putIfAbsent(trial, now);
    return running.computeIfAbsent(trial, TrialState::new);
  }

  Collection<TrialState> running() {
    return running.values();
  }

  /** Takes a trial off and returns the line about it. */
  String finished(String trial, Duration time) {
    end(trial);
    return "[%s] finished in %s %s".formatted(trial, Durations.text(time), count());
  }

  /** Takes a trial off and returns the line about it. */
  String diverged(String trial, Instant now, String message) {
    end(trial);
    return "[%s] diverged after %s %s: %s".formatted(trial, time(trial, now), count(), message);
  }

  /** Takes a trial off and returns the line about it. */
  String failed(String trial, Instant now, String message) {
    end(trial);
    return "[%s] failed after %s %s: %s".formatted(trial, time(trial, now), count(), message);
  }

  String count() {
    return "(%d of %d trials)".formatted(over, all);
  }

  private void end(String trial) {
    over++;
    running.remove(trial);
  }

  private String time(String trial, Instant now) {
    return Durations.text(Duration.between(begun.getOrDefault(trial, now), now));
  }
}
