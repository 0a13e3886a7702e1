package io.clmaven.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A JVM whose class path has the CUDA backend, on a machine without a GPU. */
class CudaWithoutGpuTest {

  @TempDir Path directory;

  /** What the other JVM runs. */
  static final class Main {
    private Main() {}

    public static void main(String[] arguments) {
      try {
        Engines.installed().choose("auto");
      } catch (EngineException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void saysInOneSentenceThatThereIsNoGpu() throws IOException {
    Path backend = directory.resolve("org/nd4j/linalg/jcublas/JCublasBackend.class");
    Files.createDirectories(backend.getParent());
    Files.createFile(backend);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(),
                Main.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String output;
    try {
      output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } finally {
      process.destroyForcibly();
    }
    assertThat(output)
        .isEqualTo(
            "Cannot choose an engine: none runs here ('dl4j': the CUDA backend finds no usable GPU,"
                + " or its driver or CUDA 11.6 is missing; 'onednn': it works on the memory of the"
                + " CPU, and ND4J's backend here is CUDA). Set 'cl.backend' to 'native', or put an"
                + " ND4J backend that runs here on the class path.");
  }

  private String classPath() {
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Stream<String> others =
        Arrays.stream(all.split(File.pathSeparator))
            .filter(entry -> !entry.contains("nd4j-native"));
    return Stream.concat(Stream.of(directory.toString()), others)
        .collect(Collectors.joining(File.pathSeparator));
  }
}
