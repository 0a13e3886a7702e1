package io.clmaven.plugin.train;

import com.sun.management.OperatingSystemMXBean;
import io.clmaven.plugin.config.ForkOptions;
import io.clmaven.plugin.config.MemorySize;
import io.clmaven.plugin.fork.ForkSettings;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/** What the workers of a run may use together, and whether the machine has it. */
final class Resources {

  private final ForkSettings settings;
  private final int parallel;

  Resources(ForkSettings settings, int parallel) {
    this.settings = settings;
    this.parallel = parallel;
  }

  /** Returns one line for the log. */
  String text() {
    ForkOptions options = settings.options();
    return "Workers: %d at a time, threads %d, heap at most %s, off-heap at most %s, backend %s."
        .formatted(
            parallel,
            options.threads(),
            options.maxHeap(),
            options.maxOffHeap(),
            settings.classPath().backend());
  }

  /** Returns what to say if the workers together may need more memory than there is. */
  Optional<String> warning(MemorySize physical) {
    ForkOptions options = settings.options();
    MemorySize each = options.maxHeap().plus(options.maxOffHeap());
    MemorySize all = new MemorySize(each.bytes() * parallel);
    if (all.bytes() <= physical.bytes()) {
      return Optional.empty();
    }
    return Optional.of(
        "The workers may use %d MB of memory together, this machine has %d MB. Lower cl.parallel, cl.fork.maxHeap or cl.fork.maxOffHeap."
            .formatted(all.bytes() >> 20, physical.bytes() >> 20));
  }

  static MemorySize physicalMemory() {
    OperatingSystemMXBean machine =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new MemorySize(machine.getTotalMemorySize());
  }
}
