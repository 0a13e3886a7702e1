package io.clmaven.runtime.experiment.trial;

/** Asks a running trial to write a checkpoint after the step it is in and to end. */
public final class StopRequest {

  private volatile boolean raised;

  /** Raises the request, from any thread. */
  public void raise() {
    raised = true;
  }

  boolean isRaised() {
    return raised;
  }
}
