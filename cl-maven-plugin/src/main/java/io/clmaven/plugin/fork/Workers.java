package io.clmaven.plugin.fork;

import io.clmaven.plugin.config.EnvironmentException;
import io.clmaven.plugin.config.ForkOptions;
import io.clmaven.runtime.worker.protocol.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.inject.Named;
import javax.inject.Singleton;

/** Runs worker JVMs. Stateless; several workers can run at a time. */
@Named
@Singleton
public class Workers {

  /**
   * Runs a worker to its end.
   *
   * @param settings what all workers share
   * @param request what this one does
   * @param listener hears its events, on another thread
   * @throws WorkerFailedException if it did not do its work
   * @throws EnvironmentException if it could not be started or the build was interrupted
   */
  public void run(ForkSettings settings, WorkerRequest request, Consumer<Event> listener) {
    WorkerHistory history = new WorkerHistory();
    Consumer<Event> both =
        event -> {
          history.add(event);
          listener.accept(event);
        };
    try (WorkerChannel channel = WorkerChannel.open(both)) {
      Process process = start(settings, request, channel);
      Optional<WorkerEnding> ending = live(process, channel, settings.options());
      boolean done = ending.isEmpty() && history.saidBye() && history.failure().isEmpty();
      if (!done) {
        WorkerEnding cause = ending.orElse(new WorkerEnding.Exited(process.exitValue()));
        throw new WorkerDeath(request, settings.options(), history).report(cause);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EnvironmentException(
          "Cannot %s: the build was interrupted. Run it again to go on from the last checkpoint."
              .formatted(request.title()),
          e);
    }
  }

  private static Process start(
      ForkSettings settings, WorkerRequest request, WorkerChannel channel) {
    WorkerCommand command = new WorkerCommand(settings, request);
    List<String> line = command.prepare();
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(settings.options().workingDirectory().toFile())
            .redirectErrorStream(true)
            .redirectOutput(request.output().toFile());
    command.fill(builder.environment(), channel.port(), channel.token());
    try {
      Files.deleteIfExists(request.output());
      return builder.start();
    } catch (IOException e) {
      throw ForkMessages.cannotStart(line, e);
    }
  }

  /** Returns the ending if it is not an exit with code 0. */
  private static Optional<WorkerEnding> live(
      Process process, WorkerChannel channel, ForkOptions options) throws InterruptedException {
    ProcessGuard guard = new ProcessGuard(process);
    try (guard) {
      channel.start(guard::kill);
      Optional<WorkerEnding> forced = new Supervision(process, channel, options).await();
      if (forced.isPresent()) {
        guard.dumpAndKill();
      }
      channel.finish();
      Optional<WorkerEnding> stopped = channel.misunderstanding().or(() -> forced);
      return stopped.or(() -> failedExit(process));
    }
  }

  private static Optional<WorkerEnding> failedExit(Process process) {
    return Optional.of(process.exitValue())
        .filter(status -> status != 0)
        .map(WorkerEnding.Exited::new);
  }

  /** Waits for the end of a process, or for the moment at which it has to be stopped. */
  private record Supervision(Process process, WorkerChannel channel, ForkOptions options) {

    Optional<WorkerEnding> await() throws InterruptedException {
      long start = System.nanoTime();
      Duration heartbeat = options.heartbeatTimeout();
      while (true) {
        Duration left = heartbeat.minus(channel.silence());
        Duration life = Duration.ofNanos(System.nanoTime() - start);
        Duration rest = options.timeout().map(limit -> limit.minus(life)).orElse(left);
        if (left.isNegative() || left.isZero()) {
          return Optional.of(new WorkerEnding.Silent(heartbeat));
        }
        if (rest.isNegative() || rest.isZero()) {
          return options.timeout().map(WorkerEnding.TimedOut::new);
        }
        Duration shorter = left.compareTo(rest) < 0 ? left : rest;
        if (process.waitFor(shorter.toNanos(), java.util.concurrent.TimeUnit.NANOSECONDS)) {
          return Optional.empty();
        }
      }
    }
  }
}
