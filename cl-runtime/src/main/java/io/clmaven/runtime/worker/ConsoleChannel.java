package io.clmaven.runtime.worker;

import io.clmaven.runtime.worker.protocol.Event;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Prints events as lines of text, for a worker that no build started. */
final class ConsoleChannel implements Channel {

  private final PrintStream out;

  ConsoleChannel(PrintStream out) {
    this.out = out;
  }

  @Override
  public void send(Event event) {
    if (event instanceof Event.TrialStarted e) {
      print(
          "%s, seed %d: %d tasks on %s (%s)%s",
          e.experiment(),
          e.seed(),
          e.tasks(),
          e.engine(),
          e.backend(),
          e.resumedAtStep() > 0 ? ", resumed at step " + e.resumedAtStep() : "");
    } else if (event instanceof Event.TaskStarted e) {
      print("task %d (%s)", e.task() + 1, e.name());
    } else if (event instanceof Event.Progress e) {
      print(
          "task %d, epoch %d, step %d of %d, loss %.4f, %.0f %% done",
          e.task() + 1, e.epoch(), e.step(), e.steps(), e.loss(), 100 * e.done());
    } else if (event instanceof Event.TaskDone e) {
      print("task %d done, accuracies %s", e.task() + 1, percent(e.accuracies()));
    } else if (event instanceof Event.Log e) {
      print("%s: %s", e.level(), e.message());
    } else if (event instanceof Event.Failed e) {
      print("error: %s", e.message());
    }
  }

  private void print(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }

  private static String percent(List<Double> accuracies) {
    return accuracies.stream()
        .map(a -> String.format(Locale.ROOT, "%.2f %%", 100 * a))
        .toList()
        .toString();
  }

  @Override
  public void close() {
    out.flush();
  }
}
