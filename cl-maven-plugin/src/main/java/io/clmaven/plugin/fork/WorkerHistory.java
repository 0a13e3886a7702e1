package io.clmaven.plugin.fork;

import io.clmaven.runtime.worker.protocol.Event;
import java.util.Locale;
import java.util.Optional;

/** What a worker has told so far, as far as a report of its death needs it. Thread-safe. */
final class WorkerHistory {

  private Event last;
  private int tasks;
  private Event.TaskStarted task;
  private Event.Failed failure;
  private boolean saidBye;

  synchronized void add(Event event) {
    if (saysWhereItWas(event)) {
      last = event;
    }
    if (event instanceof Event.TrialStarted started) {
      tasks = started.tasks();
    } else if (event instanceof Event.TaskStarted started) {
      task = started;
    } else if (event instanceof Event.TaskDone) {
      task = null;
    } else if (event instanceof Event.Failed failed) {
      failure = failed;
    } else if (event instanceof Event.Bye) {
      saidBye = true;
    }
  }

  /** The end of a worker is reported in words of its own. */
  private static boolean saysWhereItWas(Event event) {
    return !(event instanceof Event.Heartbeat
        || event instanceof Event.Failed
        || event instanceof Event.Bye);
  }

  synchronized Optional<Event.Failed> failure() {
    return Optional.ofNullable(failure);
  }

  synchronized boolean saidBye() {
    return saidBye;
  }

  synchronized String lastEvent() {
    if (last == null) {
      return "none, it never connected";
    }
    if (last instanceof Event.Progress p) {
      return String.format(
          Locale.ROOT,
          "progress: task %d, epoch %d, step %d of %d, loss %.4g",
          p.task() + 1,
          p.epoch(),
          p.step(),
          p.steps(),
          p.loss());
    }
    if (last instanceof Event.Checkpointed c) {
      return "checkpoint after step %d".formatted(c.step());
    }
    if (last instanceof Event.TaskDone d) {
      return "task %d done".formatted(d.task() + 1);
    }
    return words(last.getClass().getSimpleName());
  }

  synchronized String inProgress() {
    return task == null
        ? "no task"
        : "task %d of %d (%s)".formatted(task.task() + 1, tasks, task.name());
  }

  private static String words(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
