package io.clmaven.runtime.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.worker.protocol.ExitCode;
import org.junit.jupiter.api.Test;

class FailuresTest {

  private static final long MIB = 1L << 20;

  private final Failures failures =
      new Failures("trial 'x', seed 3", new MemoryLimits(512 * MIB, 1024 * MIB, 2048 * MIB));

  @Test
  void namesTheLimitOfTheHeap() {
    Failure failure = failures.explain(new OutOfMemoryError("Java heap space"));
    assertThat(failure.code()).isEqualTo(ExitCode.OUT_OF_MEMORY);
    assertThat(failure.message())
        .isEqualTo(
            "Cannot continue trial 'x', seed 3: the Java heap is full (limit 512 MiB). Raise"
                + " 'cl.fork.maxHeap'.");
    assertThat(failure.trace()).isEmpty();
  }

  @Test
  void namesTheLimitOfNativeMemory() {
    Failure failure =
        failures.explain(
            new IllegalStateException(
                "cannot allocate",
                new OutOfMemoryError(
                    "Physical memory usage is too high: physicalBytes (3G) > maxPhysicalBytes"
                        + " (2G)")));
    assertThat(failure.code()).isEqualTo(ExitCode.OUT_OF_MEMORY);
    assertThat(failure.message())
        .isEqualTo(
            "Cannot continue trial 'x', seed 3: the memory outside the Java heap is used up (limit"
                + " 1024 MiB, the whole process 2048 MiB). Raise 'cl.fork.maxOffHeap', or make"
                + " batches or the model smaller.");
  }

  @Test
  void everythingElseIsABugOfOurs() {
    Failure failure = failures.explain(new IllegalStateException("no such segment"));
    assertThat(failure.code()).isEqualTo(ExitCode.INTERNAL);
    assertThat(failure.message())
        .isEqualTo(
            "Cannot continue trial 'x', seed 3: internal error, IllegalStateException: no such"
                + " segment. The stack trace is in the log of the worker. Report it with that"
                + " trace.");
    assertThat(failure.trace()).isPresent();
  }
}
