package io.clmaven.runtime.worker;

import io.clmaven.runtime.experiment.trial.StopRequest;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What happens when the system asks this process to end (SIGTERM): the trial gets two seconds to
 * write a last checkpoint after the step it is in.
 */
final class Termination {

  private static final long PATIENCE_SECONDS = 2;

  private final CountDownLatch over = new CountDownLatch(1);

  private Termination() {}

  /** From now on until {@link #release} the end of the process asks the trial to stop first. */
  static Termination prepare(StopRequest stop) {
    Termination termination = new Termination();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> termination.await(stop), "cl-termination"));
    return termination;
  }

  private void await(StopRequest stop) {
    stop.raise();
    try {
      over.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lets the process end. */
  void release() {
    over.countDown();
  }
}
