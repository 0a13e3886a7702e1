package io.clmaven.runtime.engine.dl4j;

import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.RunningStatistics;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** Running statistics on the heap, which DL4J keeps among its parameters. */
final class GraphStatistics implements AutoCloseable {

  private final RunningStatistics statistics;
  private final FlatVector memory;
  private final Link link;

  GraphStatistics(ComputationGraph graph, RunningStatistics statistics) {
    this.statistics = statistics;
    // ND4J has no memory for empty arrays
    this.memory = new FlatVector(Nd4j.create(DataType.FLOAT, Math.max(1, length())));
    this.link = new ParameterMap(graph, statistics.layout()).link(memory.array(), graph.params());
  }

  private int length() {
    return statistics.values().length;
  }

  RunningStatistics values() {
    return statistics;
  }

  /** Brings them to DL4J. */
  void push() {
    System.arraycopy(statistics.values(), 0, memory.values(), 0, length());
    memory.push();
    link.push();
  }

  /** Takes them over from DL4J. */
  void pull() {
    memory.overwrite();
    link.pull();
    System.arraycopy(memory.pull(), 0, statistics.values(), 0, length());
  }

  @Override
  public void close() {
    memory.array().close();
  }
}
