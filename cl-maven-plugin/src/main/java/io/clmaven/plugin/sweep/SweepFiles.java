package io.clmaven.plugin.sweep;

import io.clmaven.plugin.config.EnvironmentException;
import io.clmaven.plugin.config.IoCause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The names of the sweeps of a project, which its files have, before anybody has read them. */
public final class SweepFiles {

  private SweepFiles() {}

  /** Returns the names in alphabetical order; files there to be extended only have none. */
  public static List<String> names(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".yaml") || file.endsWith(".yml"))
          .filter(file -> !file.startsWith("_"))
          .map(file -> file.substring(0, file.lastIndexOf('.')))
          .distinct()
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new EnvironmentException(
          "Cannot list '%s': %s. Check the permissions of the folder."
              .formatted(directory, IoCause.of(e)),
          e);
    }
  }
}
