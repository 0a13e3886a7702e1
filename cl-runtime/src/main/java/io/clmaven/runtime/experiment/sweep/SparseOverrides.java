package io.clmaven.runtime.experiment.sweep;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clmaven.runtime.experiment.ExperimentReader;
import io.clmaven.runtime.experiment.yaml.Node;
import io.clmaven.runtime.experiment.yaml.NodeMerger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an experiment sets to be like one point: the searched settings, the names of their
 * components, and whatever else it would not have from what it extends or by default.
 */
final class SparseOverrides {

  private final ExperimentReader reader;
  private final Node.Mapping base;

  /**
   * Prepares overrides.
   *
   * @param reader fills in defaults
   * @param base the settings of what is extended, without defaults
   */
  SparseOverrides(ExperimentReader reader, Node.Mapping base) {
    this.reader = reader;
    this.base = base;
  }

  /** Returns the overrides of a point with the given effective configuration. */
  ObjectNode of(ObjectNode configuration, Map<SettingPath, Node> point) {
    ObjectNode all = Overrides.of(configuration, point.keySet());
    List<JsonPointer> others = others(all, SearchedPlaces.of(all, point));
    ObjectNode fewest = without(all, others);
    return isEnough(fewest, configuration) ? fewest : oneByOne(all, others, configuration);
  }

  private ObjectNode oneByOne(ObjectNode all, List<JsonPointer> others, ObjectNode configuration) {
    ObjectNode kept = all;
    for (JsonPointer other : others) {
      ObjectNode fewer = without(kept, List.of(other));
      kept = isEnough(fewer, configuration) ? fewer : kept;
    }
    return kept;
  }

  private boolean isEnough(ObjectNode overrides, ObjectNode configuration) {
    Optional<ObjectNode> made =
        reader.toConfiguration(NodeMerger.merge(base, NodeJson.settings(overrides)));
    return made.filter(settings -> compared(settings).equals(compared(configuration))).isPresent();
  }

  private static ObjectNode compared(ObjectNode configuration) {
    return configuration.deepCopy().remove(SweepReader.RESERVED);
  }

  private static ObjectNode without(ObjectNode overrides, List<JsonPointer> places) {
    ObjectNode rest = overrides.deepCopy();
    for (JsonPointer place : places) {
      if (rest.at(place.head()) instanceof ObjectNode group) {
        group.remove(place.last().getMatchingProperty());
      }
    }
    return rest;
  }

  /** Returns the places of all settings that are neither searched nor names of components. */
  private static List<JsonPointer> others(JsonNode overrides, Set<JsonPointer> searched) {
    List<JsonPointer> others = new ArrayList<>();
    collect(overrides, JsonPointer.empty(), searched, others);
    return others;
  }

  private static void collect(
      JsonNode node, JsonPointer place, Set<JsonPointer> searched, List<JsonPointer> others) {
    for (int i = 0; i < (node.isArray() ? node.size() : 0); i++) {
      collect(node.get(i), place.appendIndex(i), searched, others);
    }
    for (Map.Entry<String, JsonNode> setting : node.properties()) {
      JsonPointer inside = place.appendProperty(setting.getKey());
      if (!searched.contains(inside) && !setting.getKey().equals(SettingPath.COMPONENT)) {
        others.add(inside);
      }
      collect(setting.getValue(), inside, searched, others);
    }
  }
}
