package io.clmaven.runtime.experiment.fingerprint;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.experiment.plan.Fingerprint;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the fingerprints of the experiments of one project; code is hashed once for all of them.
 */
public final class Fingerprints {

  private final Map<String, String> common = new TreeMap<>();

  /**
   * Hashes the code and notes the environment.
   *
   * @param own folders and jars of the class path that are the user's own code
   * @param base folder of the project
   * @param engine the engine asked for
   * @param environment environment variables
   */
  public Fingerprints(List<Path> own, Path base, String engine, Map<String, String> environment) {
    List<Path> classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.isEmpty())
            .map(entry -> Path.of(entry).toAbsolutePath().normalize())
            .toList();
    List<Path> mine = own.stream().map(p -> p.toAbsolutePath().normalize()).toList();
    Path root = base.toAbsolutePath().normalize();
    common.putAll(new CodeParts(classPath, runtime(), mine, root).parts());
    common.put("engine", engine);
    common.put("java", String.valueOf(Runtime.version().feature()));
    common.put("platform", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    common.put("threads", environment.getOrDefault("OMP_NUM_THREADS", "all"));
  }

  private static Path runtime() {
    try {
      return Path.of(Fingerprints.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toAbsolutePath()
          .normalize();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("Cannot find cl-runtime on the class path.", e);
    }
  }

  /** Returns the hash of the content of a file; the trial says it if the file is missing. */
  public static String hash(Path file) {
    return Files.isRegularFile(file) ? ContentHash.ofFile(file) : "missing";
  }

  /**
   * Returns the fingerprint of an experiment.
   *
   * @param configuration its effective configuration
   * @param data hashes of the content of its data and files, by path
   */
  public Fingerprint of(JsonNode configuration, Map<String, String> data) {
    Map<String, String> parts = new TreeMap<>(common);
    parts.putAll(new ConfigurationParts().of(configuration));
    data.forEach((path, hash) -> parts.put("data." + path, hash));
    return new Fingerprint(parts);
  }
}
