package io.clmaven.plugin.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a worker JVM is run.
 *
 * @param maxHeap limit of the Java heap
 * @param maxOffHeap limit of native memory held by tensors
 * @param threads threads of the kernels of one trial
 * @param jvmArgs further JVM arguments, in order
 * @param timeout longest time a worker may take; none if empty
 * @param heartbeatTimeout longest time without a sign of life
 * @param workingDirectory where the worker runs
 */
public record ForkOptions(
    MemorySize maxHeap,
    MemorySize maxOffHeap,
    int threads,
    List<String> jvmArgs,
    Optional<Duration> timeout,
    Duration heartbeatTimeout,
    Path workingDirectory) {

  public ForkOptions {
    jvmArgs = List.copyOf(jvmArgs);
    if (threads < 1) {
      throw new ProjectException(
          "Cannot use %d of cl.fork.threads: a trial needs at least one thread. Set it to 1 or more."
              .formatted(threads));
    }
  }
}
