package io.clmaven.plugin.fork;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Makes sure that a process and all its descendants end with the build. */
final class ProcessGuard implements AutoCloseable {

  private static final long DUMP_MILLIS = 5_000;
  private static final long KILL_SECONDS = 10;

  private final Process process;
  private final Thread hook;

  ProcessGuard(Process process) {
    this.process = process;
    this.hook = new Thread(this::kill, "cl worker shutdown");
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is already going down, and no hook would end the process.
      kill();
    }
  }

  /** Asks for a thread dump in the output, then kills. */
  void dumpAndKill() throws InterruptedException {
    try {
      Process signal =
          new ProcessBuilder(List.of("kill", "-QUIT", Long.toString(process.pid())))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (signal.waitFor(DUMP_MILLIS, TimeUnit.MILLISECONDS) && signal.exitValue() == 0) {
        process.waitFor(DUMP_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (IOException e) {
      // Windows has no such command: no thread dump there.
      kill();
    }
    kill();
    process.waitFor(KILL_SECONDS, TimeUnit.SECONDS);
  }

  void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  @Override
  public void close() {
    kill();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is already going down; the hook has run or will.
      return;
    }
  }
}
