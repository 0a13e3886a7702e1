package io.clmaven.plugin.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clmaven.plugin.config.ProjectException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaRuntimeTest {

  @TempDir Path folder;

  @Test
  void takesTheJavaOfMavenIfNothingElseIsSet() {
    JavaRuntime java = JavaRuntime.choose(Optional.empty(), Optional.empty());

    assertThat(java.version()).isEqualTo(Runtime.version().feature());
    assertThat(java.executable()).isExecutable();
    assertThat(java.origin()).isEqualTo("the Java of Maven");
  }

  @Test
  void prefersTheToolchain() throws IOException {
    Path toolchain = java("toolchain", "21.0.2").resolve("bin/java");
    Path jvm = java("jvm", "17.0.1");

    assertThat(JavaRuntime.choose(Optional.of(toolchain), Optional.of(jvm)))
        .isEqualTo(new JavaRuntime(toolchain, 21, "jdk toolchain"));
    assertThat(JavaRuntime.choose(Optional.empty(), Optional.of(jvm)))
        .isEqualTo(new JavaRuntime(jvm.resolve("bin/java"), 17, "cl.fork.jvm"));
  }

  @Test
  void refusesAnOldJava() throws IOException {
    Path old = java("old", "1.8.0_292");

    assertThatThrownBy(() -> JavaRuntime.choose(Optional.empty(), Optional.of(old)))
        .isInstanceOf(ProjectException.class)
        .hasMessage(
            "Cannot start a worker with '%s' (cl.fork.jvm): it is Java 8, cl needs Java 17 or newer. Point cl.fork.jvm or a jdk toolchain at a newer one."
                .formatted(old));
  }

  @Test
  void refusesAFolderWithoutJava() {
    assertThatThrownBy(() -> JavaRuntime.choose(Optional.empty(), Optional.of(folder)))
        .isInstanceOf(ProjectException.class)
        .hasMessage(
            "Cannot start a worker with '%s' (cl.fork.jvm): there is no Java there. Point cl.fork.jvm at a Java home."
                .formatted(folder));
  }

  private Path java(String name, String version) throws IOException {
    Path home = folder.toRealPath().resolve(name);
    Path command = home.resolve("bin/java");
    Files.createDirectories(command.getParent());
    Files.createFile(command);
    assertThat(command.toFile().setExecutable(true)).isTrue();
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"%s\"\n".formatted(version));
    return home;
  }
}
