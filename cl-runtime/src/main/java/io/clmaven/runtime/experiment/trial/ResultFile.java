package io.clmaven.runtime.experiment.trial;

import com.fasterxml.jackson.databind.ObjectWriter;
import io.clmaven.runtime.experiment.plan.Json;
import io.clmaven.runtime.experiment.result.TrialResult;
import io.clmaven.runtime.state.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;

/** Writes and reads {@code results.json} in the directory of a trial. */
public final class ResultFile {

  private ResultFile() {}

  /** Writes the results as a whole or not at all. */
  public static void write(Path directory, TrialResult result) throws IOException {
    ObjectWriter writer = Json.mapper().writerWithDefaultPrettyPrinter();
    AtomicFile.write(
        directory.resolve(TrialResult.FILE), out -> out.write(writer.writeValueAsBytes(result)));
  }

  /**
   * Reads the results of a trial.
   *
   * @throws IOException if the file cannot be read, is no JSON or has another schema version
   */
  public static TrialResult read(Path directory) throws IOException {
    Path file = directory.resolve(TrialResult.FILE);
    TrialResult result = Json.mapper().readValue(file.toFile(), TrialResult.class);
    if (result.schema() != TrialResult.SCHEMA) {
      throw new IOException(
          "Cannot read '%s': its schema is %d, this version reads %d. Run the trial again."
              .formatted(file, result.schema(), TrialResult.SCHEMA));
    }
    return result;
  }
}
