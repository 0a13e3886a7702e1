package io.clmaven.runtime.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/**
 * All reference files below a directory, dispatched by family (folder) and kind (field {@code kind}
 * or {@code schema}).
 */
public final class ReferenceFiles {

  private final Path directory;
  private final Map<String, Map<String, Replay>> families;

  /**
   * Looks below a directory.
   *
   * @param families replays by name of the folder, then by kind
   */
  public ReferenceFiles(Path directory, Map<String, Map<String, Replay>> families) {
    this.directory = directory.toAbsolutePath().normalize();
    this.families = families;
  }

  /**
   * Returns one test per case of every file; a file that cannot be replayed is one that fails.
   *
   * @throws IllegalStateException if there is no file
   */
  public Stream<DynamicTest> tests() throws IOException {
    if (!Files.isDirectory(directory)) {
      throw new IllegalStateException(
          "Cannot replay '%s': it is not a directory.".formatted(directory));
    }
    List<Path> files;
    try (Stream<Path> all = Files.walk(directory, FileVisitOption.FOLLOW_LINKS)) {
      files = all.filter(f -> f.toString().endsWith(".json")).sorted().toList();
    }
    if (files.isEmpty()) {
      throw new IllegalStateException(
          "Cannot replay '%s': there is no JSON file in it.".formatted(directory));
    }
    return files.stream().flatMap(this::tests);
  }

  private Stream<DynamicTest> tests(Path file) {
    String name = directory.relativize(file).toString();
    try {
      JsonNode content = new ObjectMapper().readTree(file.toFile());
      List<DynamicTest> cases = replay(file, content).cases(content).toList();
      if (cases.isEmpty()) {
        throw new IllegalArgumentException("there is no case in it.");
      }
      return cases.stream()
          .map(c -> test("%s: %s".formatted(name, c.getDisplayName()), file, c.getExecutable()));
    } catch (IOException | RuntimeException | AssertionError e) {
      String message = "Cannot replay '%s': %s".formatted(name, e.getMessage());
      return Stream.of(
          test(
              name,
              file,
              () -> {
                throw new AssertionError(message, e);
              }));
    }
  }

  private static DynamicTest test(String name, Path file, Executable executable) {
    return DynamicTest.dynamicTest(name, file.toUri(), executable);
  }

  private Replay replay(Path file, JsonNode content) {
    Map<String, Replay> kinds = family(file);
    String kind = kind(content);
    Replay replay = kinds.get(kind);
    if (replay == null) {
      throw new IllegalArgumentException(
          "%s. Known kinds of this family: %s."
              .formatted(
                  kind.isEmpty()
                      ? "it has no field 'kind', 'schema' or 'case'"
                      : "its kind '%s' is unknown".formatted(kind),
                  String.join(", ", new TreeSet<>(kinds.keySet()))));
    }
    return replay;
  }

  /** A case may begin with its number in the family. */
  private static String kind(JsonNode content) {
    return Stream.of("kind", "schema", "case")
        .map(field -> content.path(field).asText())
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("")
        .replaceFirst("^\\d+_", "");
  }

  /**
   * The family is the nearest folder above the file, up to the directory itself, that bears the
   * name of one.
   */
  private Map<String, Replay> family(Path file) {
    for (Path folder = file.getParent();
        folder.startsWith(directory);
        folder = folder.getParent()) {
      Map<String, Replay> kinds = families.get(folder.getFileName().toString());
      if (kinds != null) {
        return kinds;
      }
    }
    throw new IllegalArgumentException(
        "no folder above it bears the name of a family. Known families: %s."
            .formatted(String.join(", ", new TreeSet<>(families.keySet()))));
  }
}
