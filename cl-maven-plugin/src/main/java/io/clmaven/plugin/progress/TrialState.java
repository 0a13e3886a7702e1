package io.clmaven.plugin.progress;

import io.clmaven.plugin.config.Durations;
import io.clmaven.runtime.worker.protocol.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How far one trial is, as told by its events, and what to say about it. */
final class TrialState {

  private static final int BAR = 20;

  private final String trial;
  private int tasks;
  private Event.TaskStarted task = new Event.TaskStarted(0, "", 0);
  private Event.Progress progress = new Event.Progress(0, 0, 0, 0, Double.NaN, 0);
  private Instant since;
  private double doneThen;

  TrialState(String trial) {
    this.trial = trial;
  }

  void update(Event event, Instant now) {
    if (event instanceof Event.TrialStarted started) {
      tasks = started.tasks();
    } else if (event instanceof Event.TaskStarted started) {
      task = started;
    } else if (event instanceof Event.Progress p) {
      progress = p;
      if (since == null) {
        since = now;
        doneThen = p.done();
      }
    }
  }

  /** Returns name, bar and position in one short text. */
  String bar(Instant now) {
    int filled = (int) Math.round(progress.done() * BAR);
    return String.format(
        Locale.ROOT,
        "%s [%s%s] %3.0f %%  task %d/%d  ETA %s",
        trial,
        "#".repeat(filled),
        ".".repeat(BAR - filled),
        100 * progress.done(),
        progress.task() + 1,
        tasks,
        eta(now));
  }

  /** Returns the line for a milestone; empty for any other event. */
  Optional<String> milestone(Event event) {
    if (event instanceof Event.TrialStarted s) {
      String how =
          s.resumedAtStep() > 0 ? "resumed at step %d".formatted(s.resumedAtStep()) : "started";
      return Optional.of(
          line("%s: %d tasks, engine %s on %s".formatted(how, s.tasks(), s.engine(), s.backend())));
    }
    if (event instanceof Event.TaskDone d) {
      return Optional.of(line(taskDone(d)));
    }
    return Optional.empty();
  }

  private String taskDone(Event.TaskDone event) {
    String accuracies =
        event.accuracies().stream()
            .limit(event.task() + 1L)
            .map(a -> String.format(Locale.ROOT, "%.3f", a))
            .collect(Collectors.joining(" "));
    return "task %d/%d done  accuracies %s".formatted(event.task() + 1, tasks, accuracies);
  }

  /** Returns where training is. */
  String position(Instant now) {
    return String.format(
        Locale.ROOT,
        "task %d/%d  epoch %d/%d  loss %.3f  ETA %s",
        progress.task() + 1,
        tasks,
        progress.epoch(),
        task.epochs(),
        progress.loss(),
        eta(now));
  }

  String line(String text) {
    return "[%s] %s".formatted(trial, text);
  }

  private String eta(Instant now) {
    double gained = progress.done() - doneThen;
    if (since == null || gained <= 0) {
      return "-";
    }
    double seconds = Duration.between(since, now).toMillis() / 1000.0;
    return Durations.text(
        Duration.ofMillis(Math.round(1000 * seconds * (1 - progress.done()) / gained)));
  }
}
