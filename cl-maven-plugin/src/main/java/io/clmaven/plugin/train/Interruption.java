package io.clmaven.plugin.train;

import io.clmaven.plugin.progress.ProgressView;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.maven.plugin.logging.Log;

/** Says, where the build is ended from outside while it trains, what is kept and how to go on. */
final class Interruption implements AutoCloseable {

  private static final String GO_ON =
      "Run the goal again to train the rest; what had begun goes on from its last checkpoint.";
  private static final String ALL_ANEW =
      "Run the goal again to train all of them anew: cl.force is set.";
  private static final Thread NO_HOOK = new Thread("cl no hook");

  private final int trials;
  private final String advice;
  private final ProgressView view;
  private final Log log;
  private final AtomicInteger finished = new AtomicInteger();
  private final Thread hook = new Thread(this::tell, "cl training interruption");

  private Interruption(int trials, String advice, ProgressView view, Log log) {
    this.trials = trials;
    this.advice = advice;
    this.view = view;
    this.log = log;
  }

  /** Waits for an interruption until it is closed; where training is forced, all begins anew. */
  static Interruption of(int trials, Training.Context context) {
    return context.options().force()
        ? begin(new Interruption(trials, ALL_ANEW, context.view(), context.log()))
        : of(trials, context.view(), context.log());
  }

  /** Waits for an interruption until it is closed. */
  static Interruption of(int trials, ProgressView view, Log log) {
    return begin(new Interruption(trials, GO_ON, view, log));
  }

  private static Interruption begin(Interruption interruption) {
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
          "Interrupted: the results of %d of %d trials are kept. %s"
              .formatted(finished.get(), trials, advice));
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
