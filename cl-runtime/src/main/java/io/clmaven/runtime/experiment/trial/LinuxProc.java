package io.clmaven.runtime.experiment.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the kernel says below {@code /proc}; empty on systems without it.
 *
 * @param root {@code /proc}
 */
public record LinuxProc(Path root) {

  private static final long KIB = 1024;

  /** Returns the view of this machine. */
  public static LinuxProc here() {
    return new LinuxProc(Path.of("/proc"));
  }

  /** Returns the largest resident set of this process so far, in bytes. */
  public Optional<Long> peakMemoryBytes() {
    return kibibytes("self/status", "VmHWM");
  }

  /** Returns the memory that can be used without swapping, in bytes. */
  public Optional<Long> availableMemoryBytes() {
    return kibibytes("meminfo", "MemAvailable");
  }

  /** Returns the name of the processor. */
  public Optional<String> cpuName() {
    return value("cpuinfo", "model name");
  }

  /** Returns the instruction sets of the processor by their kernel names. */
  public List<String> cpuFlags() {
    return value("cpuinfo", "flags").map(v -> List.of(v.split(" "))).orElse(List.of());
  }

  private Optional<Long> kibibytes(String file, String key) {
    return value(file, key).map(v -> Long.parseLong(v.split(" ")[0]) * KIB);
  }

  private Optional<String> value(String file, String key) {
    try {
      return Files.readAllLines(root.resolve(file)).stream()
          .filter(line -> line.startsWith(key) && line.contains(":"))
          .filter(line -> line.substring(0, line.indexOf(':')).strip().equals(key))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
