package io.clmaven.runtime.experiment.fingerprint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The class path in parts: cl-runtime, each folder or jar of the user's own code, the jars of the
 * backend by name, and one hash of the names and sizes of all other libraries.
 *
 * @param entries the class path
 * @param runtime the entry that is cl-runtime
 * @param own the entries that are the user's own code
 * @param base what names of the user's entries are relative to
 */
record CodeParts(List<Path> entries, Path runtime, List<Path> own, Path base) {

  private static final Pattern BACKEND =
      Pattern.compile("(nd4j-native|nd4j-cuda|openblas|dnnl|mkl|cuda|javacpp)-.*\\.jar");

  Map<String, String> parts() {
    Map<String, String> parts = new TreeMap<>();
    parts.put("code.runtime", ContentHash.of(runtime));
    for (Path path : own) {
      if (Files.exists(path)) {
        parts.merge("code." + label(path), ContentHash.of(path), "%s %s"::formatted);
      }
    }
    List<String> backend = new ArrayList<>();
    List<String> libraries = new ArrayList<>();
    for (Path path : entries) {
      if (path.equals(runtime) || own.contains(path) || !Files.exists(path)) {
        continue;
      }
      boolean isBackend = BACKEND.matcher(path.getFileName().toString()).matches();
      (isBackend ? backend : libraries).add(isBackend ? name(path) : nameAndSize(path));
    }
    parts.put("backend", String.join(" ", backend.stream().sorted().toList()));
    parts.put("libraries", ContentHash.ofLines(libraries.stream().sorted().toList()));
    return parts;
  }

  /** Names no folder of this machine: a fingerprint is compared with those of other machines. */
  private String label(Path path) {
    boolean isLibrary = !path.startsWith(base) && !Files.isDirectory(path);
    return isLibrary
        ? path.getFileName().toString()
        : base.relativize(path).toString().replace('\\', '/');
  }

  private static String name(Path jar) {
    return jar.getFileName().toString().replaceFirst("\\.jar$", "");
  }

  private static String nameAndSize(Path path) {
    try {
      return Files.isDirectory(path)
          ? ContentHash.of(path)
          : "%s %d".formatted(name(path), Files.size(path));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read '%s'.".formatted(path), e);
    }
  }
}
