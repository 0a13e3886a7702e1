package io.clmaven.runtime.engine.dl4j;

import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.engine.UnsupportedModelException;
import io.clmaven.runtime.state.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
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
    List<Segment> parameters = network.layout().segments();
    List<Segment> statistics = network.statistics().layout().segments();
    Map<Segment, float[]> found =
        read(file, Stream.concat(parameters.stream(), statistics.stream()).toList());
    fill(found, parameters, network.parameters().values());
    fill(found, statistics, network.statistics().values());
  }

  /**
   * Reads parameters and running statistics of some layers, found by name.
   *
   * @param segments what to read; their offsets take no part
   * @return the values in public order, see {@link Segment}
   * @throws UnsupportedModelException if the file is none or lacks a layer
   */
  public static Map<Segment, float[]> read(Path file, List<Segment> segments) {
    try (StoredNetwork stored = StoredNetwork.read(file)) {
      check(file, stored, segments);
      Map<Segment, float[]> values = new HashMap<>();
      segments.forEach(segment -> values.put(segment, values(stored, segment)));
      return values;
    }
  }

  private static void check(Path file, StoredNetwork stored, List<Segment> segments) {
    for (Segment segment : segments) {
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

  private static float[] values(StoredNetwork stored, Segment segment) {
    INDArray found =
        stored.parameter(segment.layer(), ParameterMap.key(segment.kind())).orElseThrow();
    return found.dup(found.ordering()).data().asFloat();
  }

  private static void fill(Map<Segment, float[]> found, List<Segment> segments, float[] values) {
    for (Segment segment : segments) {
      System.arraycopy(found.get(segment), 0, values, segment.offset(), segment.length());
    }
  }
}
