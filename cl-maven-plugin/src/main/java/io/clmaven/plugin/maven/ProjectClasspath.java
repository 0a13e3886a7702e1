package io.clmaven.plugin.maven;

import io.clmaven.plugin.config.ProjectException;
import io.clmaven.plugin.fork.ClasspathEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.MavenProject;

/**
 * What a module gives to the class path of workers.
 *
 * @param folders its own classes
 * @param dependencies its resolved dependencies, in order
 */
record ProjectClasspath(List<Path> folders, List<ClasspathEntry> dependencies) {

  private static final Set<String> RUNTIME =
      Set.of(Artifact.SCOPE_COMPILE, Artifact.SCOPE_RUNTIME, Artifact.SCOPE_SYSTEM);

  static ProjectClasspath of(MavenProject project, String scope) {
    return switch (scope) {
      case "runtime" ->
          new ProjectClasspath(
              existing(project.getBuild().getOutputDirectory()),
              entries(project.getArtifacts().stream().filter(a -> RUNTIME.contains(a.getScope()))));
      case "test" ->
          new ProjectClasspath(
              existing(
                  project.getBuild().getTestOutputDirectory(),
                  project.getBuild().getOutputDirectory()),
              entries(project.getArtifacts().stream()));
      default ->
          throw new ProjectException(
              "Cannot use '%s' of cl.classpathScope: it is neither 'runtime' nor 'test'. Set one of them."
                  .formatted(scope));
    };
  }

  private static List<Path> existing(String... folders) {
    return Stream.of(folders).map(Path::of).filter(Files::isDirectory).toList();
  }

  private static List<ClasspathEntry> entries(Stream<Artifact> artifacts) {
    return artifacts
        .filter(artifact -> artifact.getFile() != null)
        .filter(artifact -> artifact.getArtifactHandler().isAddedToClasspath())
        .map(
            artifact ->
                new ClasspathEntry(
                    artifact.getGroupId(),
                    artifact.getArtifactId(),
                    artifact.getClassifier() == null ? "" : artifact.getClassifier(),
                    artifact.getBaseVersion(),
                    artifact.getFile().toPath()))
        .toList();
  }
}
