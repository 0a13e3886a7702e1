package io.clmaven.plugin.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clmaven.plugin.config.BackendOptions;
import io.clmaven.plugin.config.ProjectException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClasspathResolverTest {

  private static final Versions VERSIONS = Versions.ofThisBuild();

  @TempDir Path folder;

  private final List<String> asked = new ArrayList<>();
  private final ClasspathResolver resolver = new ClasspathResolver(new JarTree());

  @Test
  void takesTheBackendOfTheProjectFirst() throws IOException {
    ClasspathEntry mine = entry("org.nd4j:nd4j-native:1.0.0-M2.1", Backends.SERVICE);

    ForkClasspath classPath =
        resolver.resolve(request(List.of(mine), List.of(artifact("nd4j-cuda-11.6"))));

    assertThat(classPath.backend()).isEqualTo("org.nd4j:nd4j-native:1.0.0-M2.1");
    assertThat(asked).noneMatch(name -> name.startsWith("nd4j-"));
  }

  @Test
  void takesTheBackendOfThePluginsDependenciesNext() {
    ForkClasspath classPath =
        resolver.resolve(request(List.of(), List.of(artifact("nd4j-cuda-11.6"))));

    assertThat(classPath.backend()).isEqualTo("org.nd4j:nd4j-cuda-11.6:1.0.0-M2.1");
    assertThat(asked).contains("cl-runtime", "nd4j-cuda-11.6").doesNotContain("nd4j-native");
  }

  @Test
  void takesTheBackendOfTheParameterLast() {
    ForkClasspath classPath = resolver.resolve(request(List.of(), List.of()));

    assertThat(classPath.backend()).isEqualTo("org.nd4j:nd4j-native:1.0.0-M2.1");
    assertThat(asked)
        .startsWith("cl-runtime", "nd4j-native", "nd4j-native")
        .contains("javacpp", "openblas", "dnnl", "opencl");
  }

  @Test
  void putsTheProjectFirstAndKnowsWhatIsTheUsersOwn() throws IOException {
    ClasspathEntry library = entry("u:library:1", "x");

    ForkClasspath classPath = resolver.resolve(request(List.of(library), List.of()));

    assertThat(classPath.files()).startsWith(folder.resolve("classes"), library.file());
    assertThat(classPath.userCode()).containsExactly(folder.resolve("classes"), library.file());
  }

  @Test
  void refusesTwoBackendsOfTheProject() throws IOException {
    List<ClasspathEntry> both =
        List.of(
            entry("org.nd4j:nd4j-native:1.0.0-M2.1", Backends.SERVICE),
            entry("org.nd4j:nd4j-cuda-11.6:1.0.0-M2.1", Backends.SERVICE));

    assertThatThrownBy(() -> resolver.resolve(request(both, List.of())))
        .isInstanceOf(ProjectException.class)
        .hasMessageStartingWith("Cannot start a worker: 2 ND4J backends are on its class path");
  }

  @Test
  void refusesAnotherVersionOfTheRuntime() throws IOException {
    List<ClasspathEntry> old = List.of(entry("io.clmaven:cl-runtime:0.0.1", "x"));

    assertThatThrownBy(() -> resolver.resolve(request(old, List.of())))
        .isInstanceOf(ProjectException.class)
        .hasMessage(
            "Cannot train with cl-runtime 0.0.1 of the project: the plugin is version %s. Set both to the same version."
                .formatted(VERSIONS.plugin()));
  }

  private ClasspathRequest request(
      List<ClasspathEntry> dependencies, List<Artifact> pluginDependencies) {
    @SuppressWarnings("deprecation")
    RepositorySystemSession session = new DefaultRepositorySystemSession();
    return new ClasspathRequest(
        session,
        List.of(),
        List.of(folder.resolve("classes")),
        dependencies,
        pluginDependencies,
        new BackendOptions("native", Optional.empty()));
  }

  private static Artifact artifact(String name) {
    return new DefaultArtifact("org.nd4j", name, "jar", "1.0.0-M2.1");
  }

  private ClasspathEntry entry(String coordinates, String content) throws IOException {
    String[] parts = coordinates.split(":");
    Path file = jar(folder.resolve(parts[1] + ".jar"), content);
    return new ClasspathEntry(parts[0], parts[1], "", parts[2], file);
  }

  private static Path jar(Path file, String content) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry(content));
    }
    return file;
  }

  /** Makes a jar for each root instead of fetching it; backends hold a service file. */
  private final class JarTree extends ArtifactTree {

    JarTree() {
      super(null);
    }

    @Override
    List<ClasspathEntry> resolve(
        ClasspathRequest request, List<Artifact> roots, List<Artifact> forced) {
      return roots.stream().map(this::entry).toList();
    }

    private ClasspathEntry entry(Artifact root) {
      asked.add(root.getArtifactId());
      boolean isBackend =
          root.getArtifactId().startsWith("nd4j-") && root.getClassifier().isEmpty();
      String name = root.getArtifactId() + root.getClassifier() + "-fetched.jar";
      try {
        Path file = jar(folder.resolve(name), isBackend ? Backends.SERVICE : "x");
        return ClasspathEntry.of(root.setFile(file.toFile()));
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }
}
