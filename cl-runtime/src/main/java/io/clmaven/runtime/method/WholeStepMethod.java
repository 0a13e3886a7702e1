package io.clmaven.runtime.method;

/**
 * A method whose training step is not one gradient of one batch: look-ahead and meta-learning
 * methods. An experiment has one of them at most; the hooks of the other methods go on being called
 * around it.
 */
public interface WholeStepMethod extends ContinualMethod {

  /**
   * Does one training step with {@link WholeStep#batch()}: passes at whatever parameters it likes,
   * then {@link WholeStep#update} once or several times with the network's own parameters in use.
   *
   * @return the mean loss of the updates; one that is not finite ends the step before its update,
   *     and is returned instead
   */
  double step(WholeStep step);
}
