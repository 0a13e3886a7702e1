package io.clmaven.plugin.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clmaven.plugin.config.BackendOptions;
import io.clmaven.plugin.config.EnvironmentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.supplier.RepositorySystemSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactTreeTest {

  @TempDir Path folder;

  private ArtifactTree tree;
  private DefaultRepositorySystemSession session;
  private RemoteRepository remote;

  @BeforeEach
  void start() {
    RepositorySystem system = new RepositorySystemSupplier().get();
    tree = new ArtifactTree(system);
    session = MavenRepositorySystemUtils.newSession();
    session.setLocalRepositoryManager(
        system.newLocalRepositoryManager(
            session, new LocalRepository(folder.resolve("local").toFile())));
    session.setChecksumPolicy("ignore");
    Path url = folder.resolve("remote");
    remote = new RemoteRepository.Builder("test", "default", url.toUri().toString()).build();
  }

  @Test
  void resolvesAWholeTreeWithoutWhatIsForTests() throws IOException {
    publish("a", "1", dependency("b", "1", "compile"), dependency("t", "1", "test"));
    publish("b", "1", dependency("c", "1", "runtime"));
    publish("c", "1");

    assertThat(resolve(List.of(artifact("a", "1")), List.of()))
        .containsExactly("g:a:1", "g:b:1", "g:c:1");
  }

  @Test
  void forcesVersionsAnywhereInTheTree() throws IOException {
    publish("a", "1", dependency("b", "1", "compile"));
    publish("b", "1", dependency("c", "1", "compile"));
    publish("c", "2");

    assertThat(resolve(List.of(artifact("a", "1")), List.of(artifact("c", "2"))))
        .containsExactly("g:a:1", "g:b:1", "g:c:2");
  }

  @Test
  void saysWhatIsMissingOffline() {
    session.setOffline(true);

    assertThatThrownBy(() -> resolve(List.of(artifact("a", "1")), List.of()))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage(
            "Cannot resolve the class path of the worker: Maven is offline (-o) and the local"
                + " repository lacks g:a:jar:1. Run the goal once without -o.");
  }

  @Test
  void saysWhatCannotBeFetched() throws IOException {
    publish("a", "1", dependency("b", "1", "compile"), dependency("c", "1", "compile"));
    publish("b", "1");

    assertThatThrownBy(() -> resolve(List.of(artifact("a", "1")), List.of()))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage(
            "Cannot resolve the class path of the worker: g:c:jar:1 could not be fetched."
                + " Check cl.backend, the repositories and the network; -e shows the causes.");
  }

  private List<String> resolve(List<Artifact> roots, List<Artifact> forced) {
    ClasspathRequest request =
        new ClasspathRequest(
            session,
            List.of(remote),
            List.of(),
            List.of(),
            List.of(),
            new BackendOptions("native", Optional.empty()));
    return tree.resolve(request, roots, forced).stream().map(ClasspathEntry::coordinates).toList();
  }

  private static Artifact artifact(String name, String version) {
    return new DefaultArtifact("g", name, "jar", version);
  }

  private static String dependency(String name, String version, String scope) {
    return "<dependency><groupId>g</groupId><artifactId>%s</artifactId><version>%s</version><scope>%s</scope></dependency>"
        .formatted(name, version, scope);
  }

  private void publish(String name, String version, String... dependencies) throws IOException {
    Path directory = folder.resolve("remote/g").resolve(name).resolve(version);
    Files.createDirectories(directory);
    Files.createFile(directory.resolve("%s-%s.jar".formatted(name, version)));
    String all = String.join("", Stream.of(dependencies).toList());
    Files.writeString(
        directory.resolve("%s-%s.pom".formatted(name, version)),
        "<project><modelVersion>4.0.0</modelVersion><groupId>g</groupId><artifactId>%s</artifactId><version>%s</version><dependencies>%s</dependencies></project>"
            .formatted(name, version, all));
  }
}
