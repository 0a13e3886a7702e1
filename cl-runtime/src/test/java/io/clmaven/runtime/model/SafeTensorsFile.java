package io.clmaven.runtime.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A safetensors file in the making. */
final class SafeTensorsFile {

  private record Entry(String type, List<Integer> shape, float[] values) {}

  private final Map<String, Entry> entries = new LinkedHashMap<>();

  SafeTensorsFile with(String name, List<Integer> shape, float... values) {
    entries.put(name, new Entry("F32", shape, values));
    return this;
  }

  SafeTensorsFile withType(String name, String type) {
    entries.computeIfPresent(name, (n, e) -> new Entry(type, e.shape(), e.values()));
    return this;
  }

  SafeTensorsFile withShape(String name, List<Integer> shape) {
    entries.computeIfPresent(name, (n, e) -> new Entry(e.type(), shape, e.values()));
    return this;
  }

  SafeTensorsFile without(String name) {
    entries.remove(name);
    return this;
  }

  byte[] bytes() {
    ObjectNode header = new ObjectMapper().createObjectNode();
    int bytes = 0;
    for (Map.Entry<String, Entry> entry : entries.entrySet()) {
      ObjectNode tensor = header.putObject(entry.getKey()).put("dtype", entry.getValue().type());
      entry.getValue().shape().forEach(tensor.withArray("shape")::add);
      int end = bytes + Float.BYTES * entry.getValue().values().length;
      tensor.putArray("data_offsets").add(bytes).add(end);
      bytes = end;
    }
    byte[] json = header.toString().getBytes(StandardCharsets.UTF_8);
    ByteBuffer file =
        ByteBuffer.allocate(Long.BYTES + json.length + bytes).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(json.length).put(json);
    entries.values().forEach(entry -> put(file, entry.values()));
    return file.array();
  }

  private static void put(ByteBuffer file, float[] values) {
    for (float value : values) {
      file.putFloat(value);
    }
  }

  Path write(Path file) {
    try {
      return Files.write(file, bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
