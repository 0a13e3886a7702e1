package io.clmaven.runtime.experiment.fingerprint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Flattens an effective configuration: one part for each setting, {@code method.threshold}. What
 * changes no number is left out.
 */
final class ConfigurationParts {

  private static final Set<String> HARMLESS =
      Set.of("description", "seeds", "check", "training.checkpointEvery");

  private final Map<String, String> parts = new TreeMap<>();

  Map<String, String> of(JsonNode configuration) {
    add("", configuration);
    return parts;
  }

  private void add(String path, JsonNode node) {
    if (HARMLESS.contains(path)) {
      return;
    }
    if (node.isObject()) {
      node.properties()
          .forEach(e -> add(path.isEmpty() ? e.getKey() : path + "." + e.getKey(), e.getValue()));
    } else if (node.isArray() && !node.isEmpty() && node.get(0).isContainerNode()) {
      for (int i = 0; i < node.size(); i++) {
        add("%s[%d]".formatted(path, i), node.get(i));
      }
    } else if (node.isArray()) {
      List<String> values = new ArrayList<>();
      node.forEach(value -> values.add(value.asText()));
      parts.put(path, values.toString());
    } else {
      parts.put(path, node.asText());
    }
  }
}
