package io.clmaven.plugin.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clmaven.plugin.config.BackendOptions;
import io.clmaven.plugin.config.ProjectException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eclipse.aether.artifact.Artifact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackendsTest {

  private final BackendArtifacts artifacts =
      new BackendArtifacts(Versions.ofThisBuild(), Platform.of("Linux", "amd64", "flags : avx2"));

  @TempDir Path folder;

  @Test
  void findsTheOneBackend() throws IOException {
    ClasspathEntry backend = jar("nd4j-native", Backends.SERVICE);
    ClasspathEntry other = jar("nd4j-api", "a/B.class");

    assertThat(Backends.only(List.of(other, backend))).isEqualTo(backend);
  }

  @Test
  void findsABackendInAFolderOfClasses() throws IOException {
    Path service = folder.resolve("classes").resolve(Backends.SERVICE);
    Files.createDirectories(service.getParent());
    Files.createFile(service);
    ClasspathEntry entry = new ClasspathEntry("g", "mine", "", "1", folder.resolve("classes"));

    assertThat(Backends.in(List.of(entry))).containsExactly(entry);
  }

  @Test
  void refusesTwoBackendsAndListsThem() throws IOException {
    ClasspathEntry cpu = jar("nd4j-native", Backends.SERVICE);
    ClasspathEntry gpu = jar("nd4j-cuda-11.6", Backends.SERVICE);

    assertThatThrownBy(() -> Backends.only(List.of(cpu, gpu)))
        .isInstanceOf(ProjectException.class)
        .hasMessage(
            """
            Cannot start a worker: 2 ND4J backends are on its class path, only one can be used. Remove all but one from the dependencies:
              org.nd4j:nd4j-native:1 (%1$s/nd4j-native.jar)
              org.nd4j:nd4j-cuda-11.6:1 (%1$s/nd4j-cuda-11.6.jar)"""
                .formatted(folder));
  }

  @Test
  void refusesNoBackend() {
    assertThatThrownBy(() -> Backends.only(List.of()))
        .isInstanceOf(ProjectException.class)
        .hasMessage(
            "Cannot start a worker: no jar on its class path is an ND4J backend. Set cl.backend to"
                + " 'native', 'cuda' or the coordinates of a backend.");
  }

  @Test
  void choosesTheNativeBackendForTheCpu() {
    assertThat(names(artifacts.chosen(new BackendOptions("native", Optional.empty()))))
        .containsExactly(
            "org.nd4j:nd4j-native:jar:1.0.0-M2.1",
            "org.nd4j:nd4j-native:jar:linux-x86_64-avx2:1.0.0-M2.1");
  }

  @Test
  void takesAnotherClassifier() {
    assertThat(names(artifacts.chosen(new BackendOptions("native", Optional.of("linux-arm64")))))
        .contains("org.nd4j:nd4j-native:jar:linux-arm64:1.0.0-M2.1");
  }

  @Test
  void choosesTheCudaBackendOnItsOwnSetOfLibraries() {
    assertThat(names(artifacts.chosen(new BackendOptions("cuda", Optional.empty()))))
        .containsExactly(
            "org.nd4j:nd4j-cuda-11.6:jar:1.0.0-M2.1",
            "org.nd4j:nd4j-cuda-11.6:jar:linux-x86_64:1.0.0-M2.1",
            "org.bytedeco:cuda:jar:11.6-8.3-1.5.7",
            "org.bytedeco:cuda:jar:linux-x86_64:11.6-8.3-1.5.7");
    assertThat(names(artifacts.libraries(BackendKind.CUDA)))
        .containsExactly(
            "org.bytedeco:javacpp:jar:linux-x86_64:1.5.7",
            "org.bytedeco:openblas:jar:linux-x86_64:0.3.19-1.5.7");
  }

  @Test
  void takesCoordinates() {
    assertThat(names(artifacts.chosen(new BackendOptions("g:a:1, g:b:jar:c:2", Optional.empty()))))
        .containsExactly("g:a:jar:1", "g:b:jar:c:2");
  }

  @Test
  void refusesAnUnknownBackend() {
    assertThatThrownBy(() -> artifacts.chosen(new BackendOptions("gpu", Optional.empty())))
        .isInstanceOf(ProjectException.class)
        .hasMessage(
            "Cannot use 'gpu' of cl.backend: it is neither 'native' nor 'cuda' nor Maven"
                + " coordinates. Write for example 'org.nd4j:nd4j-native:1.0.0-M2.1,"
                + "org.nd4j:nd4j-native:jar:linux-x86_64:1.0.0-M2.1'.");
  }

  @Test
  void addsAQuietLoggerOnlyWhereThereIsNone() throws IOException {
    ClasspathEntry api = new ClasspathEntry("org.slf4j", "slf4j-api", "", "2.0.9", jarFile("api"));
    ClasspathEntry binding = jar("logback", "META-INF/services/org.slf4j.spi.SLF4JServiceProvider");

    assertThat(LoggingBinding.missing(List.of(api)).map(Artifact::toString))
        .contains("org.slf4j:slf4j-simple:jar:2.0.9");
    assertThat(LoggingBinding.missing(List.of(api, binding))).isEmpty();
  }

  private static List<String> names(List<Artifact> artifacts) {
    return artifacts.stream().map(Artifact::toString).toList();
  }

  private ClasspathEntry jar(String artifactId, String entry) throws IOException {
    return new ClasspathEntry("org.nd4j", artifactId, "", "1", jarFile(artifactId, entry));
  }

  private Path jarFile(String name, String... entries) throws IOException {
    Path file = folder.resolve(name + ".jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("x"));
      for (String entry : entries) {
        zip.putNextEntry(new ZipEntry(entry));
      }
    }
    return file;
  }
}
