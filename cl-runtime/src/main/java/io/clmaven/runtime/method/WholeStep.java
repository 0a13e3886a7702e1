package io.clmaven.runtime.method;

import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.Network;

/** What a {@link WholeStepMethod} sees of its step, and how it ends it. */
public interface WholeStep extends StepContext {

  /**
   * Hands a gradient [P] of the network's parameters to the hooks of all methods and then to the
   * optimizer, which changes the parameters; {@link #gradient()} is this one until then.
   *
   * @param gradient from {@link Network#vector}, or {@link Network#gradient}; changed on the way
   */
  void update(FlatVector gradient);
}
