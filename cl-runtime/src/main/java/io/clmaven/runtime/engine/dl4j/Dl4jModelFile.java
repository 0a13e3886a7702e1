package io.clmaven.runtime.engine.dl4j;

import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.engine.UnsupportedModelException;
import io.clmaven.runtime.state.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Trained networks as DL4J model files: a zip that {@code ComputationGraph.load} reads. The graph
 * has one input, images as [N, C, H, W], and ends with the logits.
 */
public final class Dl4jModelFile {

  /** Usual name of the file. */
  public static final String NAME = "model.zip";

  private static final boolean WITHOUT_UPDATER = false;

  private Dl4jModelFile() {}

  /**
   * Writes the model, its parameters in use and its running statistics; the file is complete or not
   * there.
   *
   * @param network of any engine
   * @throws UnsupportedModelException if DL4J cannot express the model
   */
  public static void write(Network network, Path file) throws IOException {
    ComputationGraphConfiguration configuration = GraphConfiguration.of(network.model());
    Norms.plain(configuration);
    ComputationGraph graph = new ComputationGraph(configuration);
    graph.init();
    try (GraphStatistics statistics = new GraphStatistics(graph, network.statistics())) {
      INDArray parameters = network.parameters().array();
      new ParameterMap(graph, network.layout()).link(parameters, graph.params()).push();
      statistics.push();
      AtomicFile.write(file, out -> ModelSerializer.writeModel(graph, out, WITHOUT_UPDATER));
    } finally {
      graph.close();
    }
  }

  /**
   * Reads parameters and running statistics into a network of the same model: layers are found by
   * name. DL4J layers that the network does not have are left out.
   *
   * @param network of any engine
   * @throws UnsupportedModelException if the file is none or lacks a layer
   */
  public static void read(Path file, Network network) {
    try (StoredNetwork stored = StoredNetwork.read(file)) {
      check(file, stored, network.layout());
      check(file, stored, network.statistics().layout());
      fill(stored, network.layout(), network.parameters().values());
      fill(stored, network.statistics().layout(), network.statistics().values());
    }
  }

  private static void check(Path file, StoredNetwork stored, ParameterLayout layout) {
    for (Segment segment : layout.segments()) {
      boolean fits =
          stored
              .parameter(segment.layer(), ParameterMap.key(segment.kind()))
              .filter(found -> fits(found, segment.shape()))
              .isPresent();
      if (!fits) {
        throw new UnsupportedModelException(
            "Cannot read model file '%s': layer '%s' has no %s of shape %s there. Give a file of the"
                    .formatted(
                        file,
                        segment.layer(),
                        segment.kind().name().toLowerCase(Locale.ROOT),
                        segment.shape())
                + " same model.");
      }
    }
  }

  /** DL4J's dense weights are [in, out], its vectors [1, n]. */
  private static boolean fits(INDArray found, List<Integer> shape) {
    if (shape.size() == 2) {
      return found.rank() == 2 && found.size(0) == shape.get(1) && found.size(1) == shape.get(0);
    }
    return shape.size() == 1
        ? found.length() == shape.get(0)
        : Arrays.stream(found.shape()).mapToObj(Math::toIntExact).toList().equals(shape);
  }

  private static void fill(StoredNetwork stored, ParameterLayout layout, float[] values) {
    for (Segment segment : layout.segments()) {
      INDArray found =
          stored.parameter(segment.layer(), ParameterMap.key(segment.kind())).orElseThrow();
      float[] flat = found.dup(found.ordering()).data().asFloat();
      System.arraycopy(flat, 0, values, segment.offset(), flat.length);
    }
  }
}
