package io.clmaven.runtime.worker.doctor;

import io.clmaven.runtime.experiment.trial.HostFacts;
import io.clmaven.runtime.experiment.trial.LinuxProc;
import io.clmaven.runtime.worker.protocol.Diagnosis.Finding;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.Pointer;

/** Looks at Java, the operating system, the processor and its memory. */
final class HostProbes {

  private static final long MIB = 1L << 20;

  private HostProbes() {}

  static Finding java() {
    return Probe.ok(
        "Java",
        "%s (%s), at '%s'"
            .formatted(
                Runtime.version(),
                System.getProperty("java.vendor"),
                System.getProperty("java.home")));
  }

  static Finding system() {
    return Probe.ok(
        "system",
        "%s %s, %s, %d processors"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors()));
  }

  static Finding processor(LinuxProc proc) {
    List<String> flags = proc.cpuFlags();
    String name = proc.cpuName().orElse("unknown processor");
    if (flags.isEmpty()) {
      return Probe.ok("processor", name + ", instruction sets unknown");
    }
    if (flags.contains("avx512f")) {
      return Probe.ok("processor", name + ", AVX-512");
    }
    if (flags.contains("avx2")) {
      return Probe.ok("processor", name + ", AVX2");
    }
    return Probe.warn(
        "processor",
        name
            + ", no AVX2: the '-avx2' backend does not run here. Set 'cl.backend.classifier' to"
            + " 'linux-x86_64'.");
  }

  static Finding openBlas(Map<String, String> environment, LinuxProc proc) {
    String chosen = environment.get("OPENBLAS_CORETYPE");
    if (chosen != null) {
      return Probe.ok("OpenBLAS", "kernels for " + chosen + " (OPENBLAS_CORETYPE)");
    }
    if (proc.cpuFlags().contains("avx512f")) {
      return Probe.warn(
          "OpenBLAS",
          "chooses its kernels itself and may not use AVX-512 here. Set the environment variable"
              + " OPENBLAS_CORETYPE to 'SKYLAKEX'.");
    }
    return Probe.ok("OpenBLAS", "chooses its kernels itself");
  }

  static Finding threads(Map<String, String> environment) {
    String variable = "OMP_NUM_THREADS";
    return Probe.ok(
        "threads",
        "%d per trial (%s %s)"
            .formatted(
                HostFacts.threads(),
                variable,
                environment.containsKey(variable) ? "is set" : "is not set"));
  }

  static Finding memory(LinuxProc proc) {
    long limit = Pointer.maxPhysicalBytes();
    String text =
        "Java heap up to %d MiB, off-heap up to %d MiB, process up to %d MiB"
            .formatted(
                Runtime.getRuntime().maxMemory() / MIB, Pointer.maxBytes() / MIB, limit / MIB);
    long available = proc.availableMemoryBytes().orElse(Long.MAX_VALUE);
    if (available == Long.MAX_VALUE) {
      return Probe.ok("memory", text);
    }
    String free = text + "; %d MiB of the machine are free".formatted(available / MIB);
    return available < limit
        ? Probe.warn(
            "memory", free + ". Lower 'cl.fork.maxHeap' or 'cl.fork.maxOffHeap', or 'cl.parallel'.")
        : Probe.ok("memory", free);
  }
}
