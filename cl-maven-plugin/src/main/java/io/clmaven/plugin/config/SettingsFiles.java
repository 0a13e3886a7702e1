package io.clmaven.plugin.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The YAML files of a folder of experiments or sweeps, as the runtime finds them. A file whose name
 * starts with {@code _} is there to be extended only.
 *
 * @param files in alphabetical order
 */
public record SettingsFiles(List<Path> files) {

  /** Lists the files of a folder; none if there is no such folder. */
  public static SettingsFiles of(Path directory) {
    if (!Files.isDirectory(directory)) {
      return new SettingsFiles(List.of());
    }
    try (Stream<Path> files = Files.list(directory)) {
      return new SettingsFiles(
          files
              .filter(Files::isRegularFile)
              .filter(file -> isYaml(file.getFileName().toString()))
              .sorted()
              .toList());
    } catch (IOException e) {
      throw new EnvironmentException(
          "Cannot list '%s': %s. Check the permissions of the folder."
              .formatted(directory, IoCause.of(e)),
          e);
    }
  }

  /** Returns whether there is no file. */
  public boolean isEmpty() {
    return files.isEmpty();
  }

  /** Returns the names of what the files describe, without those to be extended only. */
  public List<String> names() {
    return files.stream()
        .map(file -> file.getFileName().toString())
        .filter(file -> !file.startsWith("_"))
        .map(file -> file.substring(0, file.lastIndexOf('.')))
        .distinct()
        .sorted()
        .toList();
  }

  private static boolean isYaml(String name) {
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }
}
