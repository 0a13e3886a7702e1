package io.clmaven.runtime.worker.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.experiment.trial.LinuxProc;
import io.clmaven.runtime.worker.protocol.Diagnosis.Finding;
import io.clmaven.runtime.worker.protocol.Diagnosis.Level;
import io.clmaven.runtime.worker.protocol.DoctorRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {

  @TempDir Path folder;

  @Test
  void looksAtEverythingThatTrainingNeeds() {
    List<Finding> findings =
        Doctor.diagnose(new DoctorRequest(folder.toString(), folder.toString(), null, "unused"))
            .findings();
    assertThat(findings)
        .extracting(Finding::topic)
        .containsExactly(
            "Java",
            "system",
            "processor",
            "ND4J",
            "engine",
            "oneDNN",
            "OpenBLAS",
            "threads",
            "GPU",
            "memory",
            "data cache",
            "results");
    assertThat(findings).extracting(Finding::level).doesNotContain(Level.ERROR);
    assertThat(text(findings, "engine"))
        .isEqualTo("'onednn', the fastest that runs here; model 'dl4j' takes engine 'dl4j'");
    assertThat(text(findings, "ND4J")).isEqualTo("nd4j-native 1.0.0-M2.1");
    assertThat(text(findings, "oneDNN")).startsWith("3.11");
  }

  @Test
  void anEngineThatIsNotThereIsAnError() {
    Finding finding = BackendProbes.engine("tpu");
    assertThat(finding.level()).isEqualTo(Level.ERROR);
    assertThat(finding.text()).startsWith("Cannot use engine 'tpu': ");
  }

  @Test
  void warnsOfAProcessorWithoutAvx2() throws IOException {
    Finding finding = HostProbes.processor(cpu("fpu sse2"));
    assertThat(finding)
        .isEqualTo(
            new Finding(
                "processor",
                "Old CPU, no AVX2: the '-avx2' backend does not run here. Set"
                    + " 'cl.backend.classifier' to 'linux-x86_64'.",
                Level.WARN));
  }

  @Test
  void warnsWhenOpenBlasMayMissAvx512() throws IOException {
    LinuxProc proc = cpu("avx2 avx512f");
    assertThat(HostProbes.openBlas(Map.of(), proc).level()).isEqualTo(Level.WARN);
    assertThat(HostProbes.openBlas(Map.of("OPENBLAS_CORETYPE", "SKYLAKEX"), proc))
        .isEqualTo(new Finding("OpenBLAS", "kernels for SKYLAKEX (OPENBLAS_CORETYPE)", Level.OK));
  }

  @Test
  void warnsWhenLittleMemoryIsFree() throws IOException {
    Files.writeString(folder.resolve("meminfo"), "MemTotal: 9 kB\nMemAvailable:       2048 kB\n");
    Finding finding = HostProbes.memory(new LinuxProc(folder));
    assertThat(finding.level()).isEqualTo(Level.WARN);
    assertThat(finding.text())
        .endsWith(
            "; 2 MiB of the machine are free. Lower 'cl.fork.maxHeap' or 'cl.fork.maxOffHeap', or"
                + " 'cl.parallel'.");
  }

  @Test
  void warnsWhenLittleDiskIsFree() {
    Finding finding = new DiskProbe("results", folder.resolve("not/there"), Long.MAX_VALUE).look();
    assertThat(finding.level()).isEqualTo(Level.WARN);
    assertThat(finding.text()).endsWith("Free space, at least 8796093022207 MiB.");
  }

  private LinuxProc cpu(String flags) throws IOException {
    Files.writeString(
        folder.resolve("cpuinfo"), "model name\t: Old CPU\nflags\t\t: " + flags + "\n");
    return new LinuxProc(folder);
  }

  private static String text(List<Finding> findings, String topic) {
    return findings.stream().filter(f -> f.topic().equals(topic)).findFirst().orElseThrow().text();
  }
}
