package io.clmaven.plugin.train;

import io.clmaven.plugin.progress.ProgressView;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.maven.plugin.logging.Log;

/** Says, where the build is ended from outside while it trains, what is kept and how to go on. */
final class Interruption implements AutoCloseable {

  private static final Thread NO_HOOK = new Thread("cl no hook");

  private final int trials;
  private final ProgressView view;
  private final Log log;
  private final AtomicInteger finished = new AtomicInteger();
  private final Thread hook = new Thread(this::tell, "cl training interruption");

  private Interruption(int trials, ProgressView view, Log log) {
    this.trials = trials;
    this.view = view;
    this.log = log;
  }

  /** Waits for an interruption until it is closed. */
  static Interruption of(int trials, ProgressView view, Log log) {
    Interruption interruption = new Interruption(trials, view, log);
    try {
      Runtime.getRuntime().addShutdownHook(interruption.hook);
    } catch (IllegalStateException e) {
      // The JVM is already going down: nothing is trained.
      return interruption;
    }
    return interruption;
  }

  void finished() {
    finished.incrementAndGet();
  }

  /** Tells whether it happened: what fails from then on fails because of it. */
  boolean happened() {
    try {
      // Unlike a note that the hook makes, this holds before any other hook ends a worker.
      Runtime.getRuntime().removeShutdownHook(NO_HOOK);
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }

  private void tell() {
    if (trials > 0) {
      view.close();
      log.warn(
          "Interrupted: the results of %d of %d trials are kept. Run the goal again to train the rest; what had begun goes on from its last checkpoint."
              .formatted(finished.get(), trials));
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is already going down; the hook has run or will.
      return;
    }
  }
}
