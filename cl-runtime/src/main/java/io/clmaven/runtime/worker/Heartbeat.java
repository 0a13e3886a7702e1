package io.clmaven.runtime.worker;

import io.clmaven.runtime.worker.protocol.Event;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Tells the build that this worker lives, whatever the thread that trains is doing. */
final class Heartbeat {

  /** System property: milliseconds between two heartbeats. */
  static final String INTERVAL = "cl.heartbeatMillis";

  private static final long DEFAULT_MILLIS = 10_000;

  private Heartbeat() {}

  /** Starts to beat, until the JVM ends. */
  static void start(Channel channel) {
    long millis = Long.getLong(INTERVAL, DEFAULT_MILLIS);
    ScheduledExecutorService executor =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "cl-heartbeat");
              thread.setDaemon(true);
              return thread;
            });
    executor.scheduleAtFixedRate(
        () -> channel.send(new Event.Heartbeat()), millis, millis, TimeUnit.MILLISECONDS);
  }
}
