package io.clmaven.runtime.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tensors in a safetensors file: the length of the header in eight bytes, little endian; the
 * header, JSON with type, shape and place of every tensor by name; their elements, little endian,
 * row-major.
 */
final class SafeTensors implements AutoCloseable {

  private static final String METADATA = "__metadata__";
  private static final String FLOAT = "F32";
  private static final long LARGEST_HEADER = 100_000_000; // as the format has it

  private final Path file;
  private final FileChannel channel;
  private final Map<String, Tensor> tensors = new TreeMap<>();

  /**
   * Where a tensor lies.
   *
   * @param type of its elements, for example {@code F32}
   * @param from its first byte in the file
   * @param to the byte behind its last one
   */
  private record Tensor(String type, List<Integer> shape, long from, long to) {}

  private SafeTensors(Path file, FileChannel channel) throws IOException {
    this.file = file;
    this.channel = channel;
    long headerBytes = bytes(0, Long.BYTES).getLong();
    if (headerBytes < 0 || headerBytes > Math.min(LARGEST_HEADER, channel.size())) {
      throw WeightsMessages.noSafeTensors(file);
    }
    JsonNode header =
        new ObjectMapper().readTree(bytes(Long.BYTES, Math.toIntExact(headerBytes)).array());
    long start = Long.BYTES + headerBytes;
    if (!header.isObject()) {
      throw WeightsMessages.noSafeTensors(file);
    }
    for (Map.Entry<String, JsonNode> entry : header.properties()) {
      if (!entry.getKey().equals(METADATA)) {
        tensors.put(entry.getKey(), tensor(entry.getValue(), start));
      }
    }
  }

  /**
   * Opens a file and reads its header.
   *
   * @throws io.clmaven.runtime.engine.UnsupportedModelException if it is not there, cut off or
   *     something else
   */
  static SafeTensors open(Path file) {
    if (!Files.isRegularFile(file)) {
      throw WeightsMessages.notThere(file);
    }
    try {
      FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
      try {
        return new SafeTensors(file, channel);
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw WeightsMessages.noSafeTensors(file);
    }
  }

  private Tensor tensor(JsonNode entry, long start) {
    JsonNode offsets = entry.path("data_offsets");
    List<Integer> shape = new ArrayList<>();
    entry.path("shape").forEach(size -> shape.add(size.intValue()));
    long from = offsets.path(0).asLong(-1);
    long to = offsets.path(1).asLong(-1);
    if (!entry.path("dtype").isTextual() || from < 0 || to < from) {
      throw WeightsMessages.noSafeTensors(file);
    }
    return new Tensor(entry.path("dtype").textValue(), shape, start + from, start + to);
  }

  /** Returns the names of all tensors. */
  Set<String> names() {
    return tensors.keySet();
  }

  /**
   * Reads a tensor of floats.
   *
   * @throws io.clmaven.runtime.engine.UnsupportedModelException if it is not there, has another
   *     type or shape, or is cut off
   */
  float[] read(String name, List<Integer> shape) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw WeightsMessages.noTensor(file, name);
    }
    if (!tensor.type().equals(FLOAT)) {
      throw WeightsMessages.wrongType(file, name, tensor.type());
    }
    if (!tensor.shape().equals(shape)) {
      throw WeightsMessages.wrongShape(file, name, tensor.shape(), shape);
    }
    float[] values = new float[shape.stream().reduce(1, Math::multiplyExact)];
    long length = (long) values.length * Float.BYTES;
    if (tensor.to() - tensor.from() != length) {
      throw WeightsMessages.wrongLength(file, name, tensor.to() - tensor.from(), length);
    }
    try {
      bytes(tensor.from(), Math.toIntExact(length)).asFloatBuffer().get(values);
    } catch (IOException e) {
      throw WeightsMessages.cutOff(file, name);
    }
    return values;
  }

  private ByteBuffer bytes(long position, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, position + bytes.position()) < 0) {
        throw new EOFException();
      }
    }
    return bytes.flip();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
