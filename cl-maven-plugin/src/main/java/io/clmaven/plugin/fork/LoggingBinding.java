package io.clmaven.plugin.fork;

import java.util.List;
import java.util.Optional;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;

/** The library behind slf4j in a worker: the project's, or a quiet slf4j-simple. */
final class LoggingBinding {

  static final String ARTIFACT = "slf4j-simple";

  private static final List<String> MARKS =
      List.of(
          "org/slf4j/impl/StaticLoggerBinder.class",
          "META-INF/services/org.slf4j.spi.SLF4JServiceProvider");

  private LoggingBinding() {}

  /** Returns slf4j-simple at the version of slf4j-api if the class path has no binding. */
  static Optional<Artifact> missing(List<ClasspathEntry> entries) {
    boolean bound =
        MARKS.stream().anyMatch(mark -> !ClasspathScan.holding(mark, entries).isEmpty());
    if (bound) {
      return Optional.empty();
    }
    return entries.stream()
        .filter(entry -> entry.groupId().equals("org.slf4j"))
        .filter(entry -> entry.artifactId().equals("slf4j-api"))
        .findFirst()
        .map(api -> new DefaultArtifact("org.slf4j", ARTIFACT, "jar", api.version()));
  }

  /** Returns the system properties that keep slf4j-simple quiet. */
  static List<String> jvmArguments() {
    return List.of(
        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
        "-Dorg.slf4j.simpleLogger.showThreadName=false");
  }
}
