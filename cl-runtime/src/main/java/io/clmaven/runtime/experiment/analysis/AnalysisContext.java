package io.clmaven.runtime.experiment.analysis;

import io.clmaven.runtime.benchmark.TaskStream;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.random.RandomStream;

/**
 * What an analysis works with during a trial.
 *
 * @param parameters instance of the analysis' declared parameter record
 * @param network the network being trained
 * @param tasks the stream
 * @param random a stream that nothing else draws from
 */
public record AnalysisContext(
    Record parameters, Network network, TaskStream tasks, RandomStream random) {

  /** Returns the parameters as their own type. */
  public <P extends Record> P parameters(Class<P> type) {
    return type.cast(parameters);
  }
}
