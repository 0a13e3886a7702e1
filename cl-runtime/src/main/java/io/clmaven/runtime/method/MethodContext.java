package io.clmaven.runtime.method;

import io.clmaven.runtime.benchmark.Scenario;
import io.clmaven.runtime.benchmark.TaskStream;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.random.RandomStreams;

/**
 * What a method works with during a trial.
 *
 * @param parameters instance of the method's declared parameter record
 * @param network the network being trained
 * @param tasks the stream
 * @param scenario what is known about the task at test time
 * @param batchSize samples of a full batch of training
 * @param random streams of the trial
 */
public record MethodContext(
    Record parameters,
    Network network,
    TaskStream tasks,
    Scenario scenario,
    int batchSize,
    RandomStreams random) {

  /** Returns the parameters as their own type. */
  public <P extends Record> P parameters(Class<P> type) {
    return type.cast(parameters);
  }
}
