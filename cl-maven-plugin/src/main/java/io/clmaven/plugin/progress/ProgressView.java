package io.clmaven.plugin.progress;

import io.clmaven.runtime.worker.protocol.Event;
import java.time.Duration;

/** Shows what workers tell. Thread-safe: several trials run at a time. */
public interface ProgressView extends AutoCloseable {

  /** Tells how many trials there are. */
  void begin(int trials);

  /** Tells an event of a trial. */
  void heard(String trial, Event event);

  /** Tells that a trial has its results, and the time that they say it took. */
  void finished(String trial, Duration time);

  /** Tells that a trial diverged where that is an answer, and how. */
  void diverged(String trial, String message);

  /** Tells that a trial failed, and why. */
  void failed(String trial, String message);

  @Override
  void close();
}
