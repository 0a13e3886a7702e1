package io.clmaven.plugin.train;

import io.clmaven.plugin.config.EnvironmentException;
import io.clmaven.plugin.config.ProcessLock;
import java.nio.file.Path;
import java.time.Duration;

/** Where a worker that trains nothing keeps its files; one build at a time uses it. */
final class WorkerFolder {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private WorkerFolder() {}

  static Path of(Path runDirectory, String command) {
    return runDirectory.resolve(".worker").resolve(command);
  }

  static ProcessLock lock(Path folder) {
    return ProcessLock.take(folder.resolve(".lock"), PATIENCE, () -> {})
        .orElseThrow(
            () ->
                new EnvironmentException(
                    "Cannot use '%s': another build has used it for ten minutes. Wait for it or end it."
                        .formatted(folder)));
  }
}
