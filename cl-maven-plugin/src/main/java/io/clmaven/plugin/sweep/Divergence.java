package io.clmaven.plugin.sweep;

import io.clmaven.plugin.check.WholeFile;
import io.clmaven.plugin.fork.WorkerFailedException;
import io.clmaven.plugin.train.JsonFiles;
import io.clmaven.plugin.train.Trial;
import io.clmaven.runtime.experiment.plan.Fingerprint;
import io.clmaven.runtime.experiment.plan.Json;
import io.clmaven.runtime.worker.protocol.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * {@code diverged.json} in the folder of a trial: with the same fingerprint it would diverge again.
 *
 * @param message what the trial said
 * @param fingerprint what it was made with
 */
record Divergence(String message, Fingerprint fingerprint) {

  private static final String FILE = "diverged.json";

  /** Notes that a trial diverged, if that is how it failed. */
  static boolean note(Trial trial, WorkerFailedException failure) {
    if (failure.code() != ExitCode.DIVERGED) {
      return false;
    }
    Divergence divergence = new Divergence(failure.getMessage(), trial.experiment().fingerprint());
    WholeFile.write(file(trial), Json.mapper().valueToTree(divergence).toPrettyString() + "\n");
    return true;
  }

  /** Returns what was noted of a trial as it is now, if it diverged. */
  static Optional<Divergence> of(Trial trial) {
    Path file = file(trial);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    return Optional.of(JsonFiles.read(file, Divergence.class))
        .filter(d -> d.fingerprint().equals(trial.experiment().fingerprint()));
  }

  /** Forgets what was noted of a trial. */
  static void forget(Trial trial) {
    try {
      Files.deleteIfExists(file(trial));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path file(Trial trial) {
    return trial.folder().resolve(FILE);
  }
}
