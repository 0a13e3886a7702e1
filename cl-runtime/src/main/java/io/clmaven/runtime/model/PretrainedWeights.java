package io.clmaven.runtime.model;

import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.engine.dl4j.Dl4jModelFile;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Weights and running statistics of a trained network in a file, for all layers but the last, whose
 * classes are others: a safetensors file with the names of torchvision, or a model zip of DL4J with
 * ours.
 *
 * @param file where they are
 * @param head name of the last layer
 */
record PretrainedWeights(Path file, String head) {

  private static final int ZIP_MAGIC = 0x504B;

  /**
   * Returns a model that starts with them.
   *
   * @throws io.clmaven.runtime.engine.UnsupportedModelException if the file is missing, damaged or
   *     of another network
   */
  ModelSpec startOf(ModelSpec model) {
    List<Segment> wanted =
        Stream.of(model.layout(), model.statistics())
            .flatMap(layout -> layout.segments().stream())
            .filter(segment -> !segment.layer().equals(head))
            .toList();
    try {
      return model.startingWith(isZip() ? Dl4jModelFile.read(file, wanted) : tensors(wanted));
    } catch (IOException e) {
      throw WeightsMessages.unreadable(file, e);
    }
  }

  private boolean isZip() throws IOException {
    if (!Files.isRegularFile(file)) {
      throw WeightsMessages.notThere(file);
    }
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      return Files.size(file) > Short.BYTES && in.readUnsignedShort() == ZIP_MAGIC;
    }
  }

  private Map<Segment, float[]> tensors(List<Segment> wanted) throws IOException {
    TorchvisionNames names = new TorchvisionNames(head);
    Map<Segment, float[]> values = new HashMap<>();
    try (SafeTensors tensors = SafeTensors.open(file)) {
      Set<String> left = new HashSet<>(tensors.names());
      for (Segment segment : wanted) {
        values.put(segment, tensors.read(names.of(segment), segment.shape()));
        left.remove(names.of(segment));
      }
      left.removeIf(names::isLeftOut);
      if (!left.isEmpty()) {
        throw WeightsMessages.unknownTensor(file, left.stream().sorted().findFirst().orElseThrow());
      }
    }
    return values;
  }
}
