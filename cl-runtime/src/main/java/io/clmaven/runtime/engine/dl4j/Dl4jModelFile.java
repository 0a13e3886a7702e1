package io.clmaven.runtime.engine.dl4j;

import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.state.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Trained networks as DL4J model files: a zip that {@code ComputationGraph.load} reads. The graph
 * has one input, images as [N, C, H, W], and ends with the logits.
 */
public final class Dl4jModelFile {

  private static final boolean WITHOUT_UPDATER = false;

  private Dl4jModelFile() {}

  /**
   * Writes the model and its present parameters; the file is complete or not there.
   *
   * @param network of any engine
   */
  public static void write(Network network, Path file) throws IOException {
    Graph graph = Graph.of(GraphConfiguration.of(network.model()));
    try {
      INDArray parameters = network.parameters().array();
      new ParameterMap(graph, network.layout()).link(parameters, graph.params()).push();
      AtomicFile.write(file, out -> ModelSerializer.writeModel(graph, out, WITHOUT_UPDATER));
    } finally {
      graph.close();
    }
  }
}
