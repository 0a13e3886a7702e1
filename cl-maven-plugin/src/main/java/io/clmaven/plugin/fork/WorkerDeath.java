package io.clmaven.plugin.fork;

import io.clmaven.plugin.config.ForkOptions;
import io.clmaven.runtime.worker.protocol.Event;
import io.clmaven.runtime.worker.protocol.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What users read when a worker fails or dies. */
final class WorkerDeath {

  private final WorkerRequest request;
  private final ForkOptions options;
  private final WorkerHistory history;

  WorkerDeath(WorkerRequest request, ForkOptions options, WorkerHistory history) {
    this.request = request;
    this.options = options;
    this.history = history;
  }

  WorkerFailedException report(WorkerEnding ending) {
    Optional<Event.Failed> failure = history.failure();
    boolean explained =
        failure.isPresent() && ending instanceof WorkerEnding.Exited && isPlain(failure.get());
    if (explained) {
      return new WorkerFailedException(failure.get().code(), failure.get().message());
    }
    ExitCode code = failure.map(Event.Failed::code).orElse(ending.code());
    return new WorkerFailedException(code, String.join(System.lineSeparator(), lines(ending)));
  }

  /** The message of such a failure says everything; the state of the JVM adds nothing. */
  private static boolean isPlain(Event.Failed failure) {
    return switch (failure.code()) {
      case CONFIGURATION, DATA, DIVERGED, STORAGE -> true;
      default -> false;
    };
  }

  private List<String> lines(WorkerEnding ending) {
    List<String> lines = new ArrayList<>();
    Optional<String> said = history.failure().map(Event.Failed::message);
    if (said.isPresent() && ending instanceof WorkerEnding.Exited) {
      lines.add(said.get());
    } else {
      lines.add("Cannot %s: %s. %s".formatted(request.title(), ending.words(), ending.advice()));
      said.ifPresent(text -> lines.add("  it said: " + text));
    }
    lines.add("  last event: " + history.lastEvent());
    lines.add("  in progress: " + history.inProgress());
    lines.add(
        "  memory: heap at most %s (cl.fork.maxHeap), off-heap at most %s (cl.fork.maxOffHeap)"
            .formatted(options.maxHeap(), options.maxOffHeap()));
    crashReport().ifPresent(file -> lines.add("  crash report: " + file));
    lines.add("  command: " + request.folder().resolve("command.txt"));
    List<String> tail = OutputTail.of(request.output());
    lines.add("  output: " + request.output() + (tail.isEmpty() ? " (empty)" : ", last lines:"));
    tail.forEach(line -> lines.add("    " + line));
    return lines;
  }

  private Optional<Path> crashReport() {
    try (Stream<Path> files = Files.list(request.folder())) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("hs_err_pid"))
          .max(Path::compareTo);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
