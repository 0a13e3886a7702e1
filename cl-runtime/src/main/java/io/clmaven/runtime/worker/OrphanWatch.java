package io.clmaven.runtime.worker;

import io.clmaven.runtime.worker.protocol.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Ends this process at once when the build that started it is gone: when the process of the build
 * ends, or when standard input, a pipe from the build, is closed.
 */
final class OrphanWatch {

  private final Runnable end;

  OrphanWatch(Runnable end) {
    this.end = end;
  }

  /** Watches the parent of this worker. */
  static void start(long parent) {
    OrphanWatch watch =
        new OrphanWatch(() -> Runtime.getRuntime().halt(ExitCode.PARENT_GONE.code()));
    watch.watchProcess(parent);
    watch.watchInput(System.in);
  }

  void watchProcess(long parent) {
    Optional<ProcessHandle> process = ProcessHandle.of(parent);
    if (process.isEmpty()) {
      end.run();
    } else {
      process.get().onExit().thenRun(end);
    }
  }

  void watchInput(InputStream input) {
    Thread thread =
        new Thread(
            () -> {
              drain(input);
              end.run();
            },
            "cl-orphan-watch");
    thread.setDaemon(true);
    thread.start();
  }

  private static void drain(InputStream input) {
    try {
      input.transferTo(java.io.OutputStream.nullOutputStream());
    } catch (IOException e) {
      // A broken pipe means the same as a closed one: nobody is there any more.
    }
  }
}
