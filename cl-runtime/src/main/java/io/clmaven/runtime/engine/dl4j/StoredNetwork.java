package io.clmaven.runtime.engine.dl4j;

import io.clmaven.runtime.engine.UnsupportedModelException;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.layers.normalization.BatchNormalization;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * A network that DL4J wrote: the JSON of a configuration, or a model zip.
 *
 * @param graph as a graph, whatever it was
 * @param trained whether its parameters come from the file
 */
record StoredNetwork(ComputationGraph graph, boolean trained) implements AutoCloseable {

  private static final String GRAPH_KEY = "\"vertices\"";
  private static final int ZIP_MAGIC = 0x504B;
  private static final boolean WITHOUT_UPDATER = false;

  /**
   * Reads a file.
   *
   * @throws UnsupportedModelException if it is not there or is something else
   */
  static StoredNetwork read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UnsupportedModelException(
          "Cannot read DL4J network '%s': there is no such file. Write one with DL4J's 'toJson' or"
                  .formatted(file)
              + " 'ModelSerializer'.");
    }
    try {
      return isZip(file)
          ? new StoredNetwork(fromZip(file), true)
          : new StoredNetwork(fromJson(Files.readString(file)), false);
    } catch (IOException | RuntimeException e) {
      throw new UnsupportedModelException(
          "Cannot read DL4J network '%s': it is neither the JSON of a configuration nor a model zip"
                  .formatted(file)
              + " of DL4J 1.0.0-M2.1. Write it with DL4J's 'toJson' or 'ModelSerializer'.",
          e);
    }
  }

  private static boolean isZip(Path file) throws IOException {
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      return Files.size(file) > Short.BYTES && in.readUnsignedShort() == ZIP_MAGIC;
    }
  }

  private static ComputationGraph fromJson(String json) {
    ComputationGraph graph;
    if (json.contains(GRAPH_KEY)) {
      graph = new ComputationGraph(ComputationGraphConfiguration.fromJson(json));
      graph.init();
    } else {
      MultiLayerNetwork network = new MultiLayerNetwork(MultiLayerConfiguration.fromJson(json));
      network.init();
      graph = network.toComputationGraph();
    }
    return graph;
  }

  private static ComputationGraph fromZip(Path file) throws IOException {
    ComputationGraph graph =
        configuration(file).contains(GRAPH_KEY)
            ? ModelSerializer.restoreComputationGraph(file.toFile(), WITHOUT_UPDATER)
            : ModelSerializer.restoreMultiLayerNetwork(file.toFile(), WITHOUT_UPDATER)
                .toComputationGraph();
    for (org.deeplearning4j.nn.api.Layer layer : graph.getLayers()) {
      if (layer instanceof BatchNormalization norm && norm.layerConf().isUseLogStd()) {
        INDArray stored = norm.getParam("log10stdev");
        stored.assign(Transforms.exp(stored.mul(2 * Math.log(10)), false));
      }
    }
    return graph;
  }

  private static String configuration(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry entry = zip.getEntry(ModelSerializer.CONFIGURATION_JSON);
      if (entry == null) {
        throw new IOException("no configuration");
      }
      return new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /**
   * Returns the values of a parameter as they lie in memory, or nothing.
   *
   * @param layer name of the layer
   * @param key what DL4J calls it
   */
  Optional<INDArray> parameter(String layer, String key) {
    return Optional.ofNullable(graph.getLayer(layer)).map(found -> view(found, key));
  }

  private static INDArray view(org.deeplearning4j.nn.api.Layer layer, String key) {
    INDArray view = layer.paramTable() == null ? null : layer.paramTable().get(key);
    boolean logarithm = view == null && key.equals("var");
    return logarithm && layer.paramTable() != null ? layer.paramTable().get("log10stdev") : view;
  }

  @Override
  public void close() {
    graph.close();
  }
}
