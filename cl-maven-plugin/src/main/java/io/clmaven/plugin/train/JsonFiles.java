package io.clmaven.plugin.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.clmaven.plugin.config.EnvironmentException;
import io.clmaven.plugin.config.IoCause;
import io.clmaven.runtime.experiment.plan.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Records in files, between plugin and worker. */
public final class JsonFiles {

  private JsonFiles() {}

  /** Writes a record, making the folder if it is not there, and returns the file. */
  public static Path write(Path file, Object value) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, Json.mapper().writeValueAsString(value), StandardCharsets.UTF_8);
      return file;
    } catch (IOException e) {
      throw new EnvironmentException(
          "Cannot write '%s': %s. Check the free space and the permissions of the folder."
              .formatted(file, IoCause.of(e)),
          e);
    }
  }

  /** Reads a record. */
  public static <T> T read(Path file, Class<T> type) {
    try {
      return Json.mapper().readValue(Files.readString(file, StandardCharsets.UTF_8), type);
    } catch (JsonProcessingException e) {
      throw new EnvironmentException(
          "Cannot read '%s': %s. Delete it and run the goal again."
              .formatted(file, e.getOriginalMessage()),
          e);
    } catch (IOException e) {
      throw new EnvironmentException(
          "Cannot read '%s': the worker did not write it. Read output.log beside it."
              .formatted(file),
          e);
    }
  }
}
