package io.clmaven.plugin.fork;

import io.clmaven.plugin.config.EnvironmentException;
import io.clmaven.plugin.config.IoCause;
import io.clmaven.plugin.config.ProjectException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What users read when a worker cannot be started; see {@link WorkerDeath} for the rest. */
final class ForkMessages {

  private static final int SHOWN = 3;

  private ForkMessages() {}

  static ProjectException backends(List<ClasspathEntry> found) {
    if (found.isEmpty()) {
      return new ProjectException(
          "Cannot start a worker: no jar on its class path is an ND4J backend."
              + " Set cl.backend to 'native', 'cuda' or the coordinates of a backend.");
    }
    String jars =
        found.stream()
            .map(entry -> "%n  %s (%s)".formatted(entry.coordinates(), entry.file()))
            .collect(Collectors.joining());
    return new ProjectException(
        "Cannot start a worker: %d ND4J backends are on its class path, only one can be used. Remove all but one from the dependencies:%s"
            .formatted(found.size(), jars));
  }

  static ProjectException runtimeMismatch(String project, String plugin) {
    return new ProjectException(
        "Cannot train with cl-runtime %1$s of the project: the plugin is version %2$s. Set both to the same version."
            .formatted(project, plugin));
  }

  static EnvironmentException notDownloaded(List<String> missing, Exception cause) {
    return new EnvironmentException(
        "Cannot resolve the class path of the worker: Maven is offline (-o) and the local repository lacks %s. Run the goal once without -o."
            .formatted(shortened(missing)),
        cause);
  }

  static EnvironmentException unresolved(List<String> missing, Exception cause) {
    return new EnvironmentException(
        "Cannot resolve the class path of the worker: %s could not be fetched. Check cl.backend, the repositories and the network; -e shows the causes."
            .formatted(shortened(missing)),
        cause);
  }

  private static String shortened(List<String> artifacts) {
    int rest = artifacts.size() - SHOWN;
    String first = String.join(", ", artifacts.subList(0, Math.min(SHOWN, artifacts.size())));
    return rest > 0 ? "%s and %d more".formatted(first, rest) : first;
  }

  static ProjectException oldJava(String java, String origin, int version) {
    return new ProjectException(
        "Cannot start a worker with '%s' (%s): it is Java %d, cl needs Java %d or newer. Point cl.fork.jvm or a jdk toolchain at a newer one."
            .formatted(java, origin, version, JavaRuntime.OLDEST));
  }

  static ProjectException noJava(Path java, String origin) {
    return new ProjectException(
        "Cannot start a worker with '%s' (%s): there is no Java there. Point cl.fork.jvm at a Java home."
            .formatted(java, origin));
  }

  static EnvironmentException cannotStart(List<String> command, Exception cause) {
    return new EnvironmentException(
        "Cannot start a worker with '%s': %s. Check cl.fork.jvm and the working directory."
            .formatted(command.get(0), IoCause.of(cause)),
        cause);
  }

  static EnvironmentException cannotWrite(Path file, Exception cause) {
    return new EnvironmentException(
        "Cannot write '%s': %s. Check the free space and the permissions of the folder."
            .formatted(file, IoCause.of(cause)),
        cause);
  }
}
