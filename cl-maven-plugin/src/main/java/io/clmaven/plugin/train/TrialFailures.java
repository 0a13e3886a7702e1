package io.clmaven.plugin.train;

import io.clmaven.plugin.config.EnvironmentException;
import io.clmaven.plugin.config.ProjectException;
import io.clmaven.plugin.fork.WorkerFailedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Trials that did not finish. Thread-safe. */
final class TrialFailures {

  private final Map<String, WorkerFailedException> failed = new LinkedHashMap<>();
  private final List<String> skipped = new ArrayList<>();

  synchronized void add(Trial trial, WorkerFailedException cause) {
    failed.put(trial.label(), cause);
  }

  synchronized void skipped(Trial trial) {
    skipped.add(trial.label());
  }

  synchronized boolean isEmpty() {
    return failed.isEmpty();
  }

  /** Fails the goal: with the only message, or with all of them. */
  synchronized void throwIfAny(int trials) {
    if (failed.isEmpty()) {
      return;
    }
    WorkerFailedException first = failed.values().iterator().next();
    if (failed.size() == 1 && skipped.isEmpty()) {
      throw first.forGoal();
    }
    String message = message(trials);
    boolean isProjectsFault =
        failed.values().stream().allMatch(WorkerFailedException::isProjectsFault);
    throw isProjectsFault
        ? new ProjectException(message)
        : new EnvironmentException(message, first);
  }

  private String message(int trials) {
    String details =
        trialsByMessage().entrySet().stream()
            .map(e -> "%n[%s] %s".formatted(String.join(", ", e.getValue()), e.getKey()))
            .collect(Collectors.joining());
    String rest =
        skipped.isEmpty()
            ? ""
            : "%nNot started because cl.failFast is set: %s.".formatted(String.join(", ", skipped));
    return "Cannot finish training: %d of %d trials failed.%s%s"
        .formatted(failed.size(), trials, details, rest);
  }

  private Map<String, List<String>> trialsByMessage() {
    Map<String, List<String>> trials = new LinkedHashMap<>();
    failed.forEach(
        (trial, cause) ->
            trials.computeIfAbsent(cause.getMessage(), m -> new ArrayList<>()).add(trial));
    return trials;
  }
}
