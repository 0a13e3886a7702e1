package io.clmaven.plugin.fork;

import io.clmaven.plugin.config.ForkOptions;
import io.clmaven.plugin.config.MemorySize;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Settings and requests for workers whose main class is {@link FakeWorker}. */
public final class ForkFixture {

  static final Duration LONG = Duration.ofSeconds(60);

  private ForkFixture() {}

  /** Returns settings for workers that are {@link FakeTrainer}. */
  public static ForkSettings trainer(Path folder) {
    ForkSettings settings = settings(folder, LONG, Optional.empty());
    return new ForkSettings(
        settings.java(),
        settings.classPath(),
        settings.options(),
        settings.platform(),
        FakeTrainer.class.getName());
  }

  /** Returns settings for workers that are those of the runtime. */
  public static ForkSettings runtime(Path folder) {
    ForkSettings settings = settings(folder, LONG, Optional.empty());
    return new ForkSettings(
        settings.java(),
        settings.classPath(),
        settings.options(),
        settings.platform(),
        ForkSettings.WORKER);
  }

  static ForkSettings settings(Path folder, Duration heartbeat, Optional<Duration> timeout) {
    ForkOptions options =
        new ForkOptions(
            new MemorySize(64 << 20),
            new MemorySize(32 << 20),
            1,
            List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1"),
            timeout,
            heartbeat,
            folder);
    List<Path> classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toList();
    return new ForkSettings(
        JavaRuntime.choose(Optional.empty(), Optional.empty()),
        new ForkClasspath(classPath, List.of(), "none"),
        options,
        new Platform("linux-x86_64", List.of()),
        FakeWorker.class.getName());
  }

  static WorkerRequest request(Path folder, String command) {
    return new WorkerRequest(
        "train seed 2 of 'gpm'", command, folder.resolve("request.json"), folder.resolve("fork"));
  }
}
