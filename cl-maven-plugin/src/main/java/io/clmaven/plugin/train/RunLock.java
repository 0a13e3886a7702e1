package io.clmaven.plugin.train;

import io.clmaven.plugin.config.Durations;
import io.clmaven.plugin.config.EnvironmentException;
import io.clmaven.plugin.config.ProcessLock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/** Keeps a second build from training in the same folder at the same time. */
public final class RunLock {

  private RunLock() {}

  /**
   * Takes the lock of a run folder, waiting for another build if it has it.
   *
   * @param folder folder of the run
   * @param patience longest wait
   * @param log told once if there is a wait
   */
  public static ProcessLock take(Path folder, Duration patience, Consumer<String> log) {
    String wait = "Waiting for another build that uses '%s'.".formatted(folder);
    return ProcessLock.take(folder.resolve(".lock"), patience, () -> log.accept(wait))
        .orElseThrow(() -> tooLong(folder, patience));
  }

  private static EnvironmentException tooLong(Path folder, Duration patience) {
    return new EnvironmentException(
        "Cannot use '%s': another build has used it for more than %s. Wait for it, raise cl.lockTimeout or set another cl.runId."
            .formatted(folder, Durations.text(patience)));
  }
}
