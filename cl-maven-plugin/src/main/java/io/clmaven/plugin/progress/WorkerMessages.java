package io.clmaven.plugin.progress;

import io.clmaven.runtime.worker.protocol.Event;
import org.apache.maven.plugin.logging.Log;

/** Log events of workers in the build log. */
final class WorkerMessages {

  private WorkerMessages() {}

  static void log(Log log, String trial, Event event) {
    if (!(event instanceof Event.Log message)) {
      return;
    }
    String line = "[%s] %s".formatted(trial, message.message());
    switch (message.level()) {
      case "warn" -> log.warn(line);
      case "debug" -> log.debug(line);
      default -> log.info(line);
    }
  }
}
