package io.clmaven.plugin.fork;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;

/**
 * Makes the class path of a worker: the project, cl-runtime at the plugin's version, one ND4J
 * backend with its native libraries, one slf4j binding.
 */
@Named
@Singleton
public class ClasspathResolver {

  private static final String RUNTIME = "cl-runtime";
  private static final String GROUP = "io.clmaven";

  private final ArtifactTree tree;
  private final Versions versions = Versions.ofThisBuild();

  @Inject
  ClasspathResolver(ArtifactTree tree) {
    this.tree = tree;
  }

  /** Resolves the class path; fails with the jars if there is not exactly one backend on it. */
  public ForkClasspath resolve(ClasspathRequest request) {
    request.dependencies().forEach(this::checkRuntimeVersion);
    BackendArtifacts artifacts = new BackendArtifacts(versions, Platform.current());
    List<ClasspathEntry> ofProject = Backends.in(request.dependencies());
    List<Artifact> backend = backend(request, ofProject, artifacts);
    BackendKind kind = kind(ofProject, backend);
    List<Artifact> roots = new ArrayList<>();
    roots.add(new DefaultArtifact(GROUP, RUNTIME, "jar", versions.plugin()));
    roots.addAll(backend);
    roots.addAll(artifacts.libraries(kind));
    List<ClasspathEntry> runtime = tree.resolve(request, roots, artifacts.versions(kind));
    List<ClasspathEntry> merged = ClasspathMerge.merge(request.dependencies(), runtime);
    ClasspathEntry chosen = Backends.only(merged);
    merged.addAll(loggingBinding(request, merged));
    return new ForkClasspath(
        files(request, merged), userCode(request, runtime), chosen.coordinates());
  }

  private void checkRuntimeVersion(ClasspathEntry entry) {
    boolean isRuntime = entry.groupId().equals(GROUP) && entry.artifactId().equals(RUNTIME);
    if (isRuntime && !entry.version().equals(versions.plugin())) {
      throw ForkMessages.runtimeMismatch(entry.version(), versions.plugin());
    }
  }

  private List<Artifact> backend(
      ClasspathRequest request, List<ClasspathEntry> ofProject, BackendArtifacts artifacts) {
    if (!ofProject.isEmpty()) {
      return List.of();
    }
    List<Artifact> added =
        request.pluginDependencies().stream()
            .filter(artifact -> isBackend(artifact.getArtifactId()))
            .toList();
    return added.isEmpty() ? artifacts.chosen(request.backend()) : added;
  }

  private static boolean isBackend(String artifactId) {
    return artifactId.equals("nd4j-native") || artifactId.startsWith("nd4j-cuda");
  }

  private static BackendKind kind(List<ClasspathEntry> ofProject, List<Artifact> chosen) {
    return Stream.concat(
                ofProject.stream().map(ClasspathEntry::artifactId),
                chosen.stream().map(Artifact::getArtifactId))
            .map(BackendKind::ofArtifact)
            .anyMatch(BackendKind.CUDA::equals)
        ? BackendKind.CUDA
        : BackendKind.NATIVE;
  }

  private List<ClasspathEntry> loggingBinding(
      ClasspathRequest request, List<ClasspathEntry> entries) {
    Optional<Artifact> missing = LoggingBinding.missing(entries);
    return missing
        .map(binding -> tree.resolve(request, List.of(binding), List.of()))
        .orElse(List.of())
        .stream()
        .filter(entry -> entry.artifactId().equals(LoggingBinding.ARTIFACT))
        .toList();
  }

  private static List<Path> files(ClasspathRequest request, List<ClasspathEntry> entries) {
    return Stream.concat(
            request.classFolders().stream(), entries.stream().map(ClasspathEntry::file))
        .distinct()
        .toList();
  }

  private static List<Path> userCode(ClasspathRequest request, List<ClasspathEntry> runtime) {
    Set<String> known = runtime.stream().map(ClasspathEntry::key).collect(Collectors.toSet());
    return Stream.concat(
            request.classFolders().stream(),
            request.dependencies().stream()
                .filter(entry -> !known.contains(entry.key()))
                .map(ClasspathEntry::file))
        .toList();
  }
}
