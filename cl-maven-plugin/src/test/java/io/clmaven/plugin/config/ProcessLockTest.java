package io.clmaven.plugin.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ProcessLockTest {

  @TempDir Path folder;

  @Test
  void letsTheSecondWaitUntilTheFirstIsDone() throws Exception {
    Path file = folder.resolve("new/.lock");
    ProcessLock first = ProcessLock.take(file, Duration.ZERO, () -> {}).orElseThrow();
    CountDownLatch waiting = new CountDownLatch(1);

    CompletableFuture<Optional<ProcessLock>> second =
        CompletableFuture.supplyAsync(
            () -> ProcessLock.take(file, Duration.ofSeconds(20), waiting::countDown));
    assertThat(waiting.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(second).isNotDone();
    first.close();

    second.get(10, TimeUnit.SECONDS).orElseThrow().close();
  }

  @Test
  void givesUpWhenThePatienceIsOver() {
    Path file = folder.resolve(".lock");
    AtomicInteger waits = new AtomicInteger();
    ProcessLock first = ProcessLock.take(file, Duration.ZERO, () -> {}).orElseThrow();

    assertThat(ProcessLock.take(file, Duration.ofMillis(1), waits::incrementAndGet)).isEmpty();
    assertThat(waits).hasValue(1);
    first.close();
  }

  @Test
  void canBeTakenAgain() {
    Path file = folder.resolve(".lock");

    ProcessLock.take(file, Duration.ZERO, () -> {}).orElseThrow().close();

    ProcessLock.take(file, Duration.ZERO, () -> {}).orElseThrow().close();
  }
}
