package io.clmaven.runtime.experiment.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clmaven.runtime.experiment.yaml.Node;
import io.clmaven.runtime.experiment.yaml.NodeReader;
import io.clmaven.runtime.experiment.yaml.Problems;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Nodes as JSON: a number is a number however it is written. */
final class NodeJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?([0-9]{1,30}(\\.[0-9]{0,30})?|\\.[0-9]{1,30})([eE][-+]?[0-9]{1,3})?");

  /** The file that nodes made of a configuration seem to be from. */
  static final String CONFIGURATION = "configuration";

  private NodeJson() {}

  /** Returns settings as nodes. */
  static Node.Mapping settings(JsonNode settings) {
    return (Node.Mapping)
        new NodeReader(CONFIGURATION, new Problems()).read(settings.toString()).orElseThrow();
  }

  static JsonNode of(Node node) {
    if (node instanceof Node.Sequence list) {
      ArrayNode array = JSON.arrayNode();
      list.items().forEach(item -> array.add(of(item)));
      return array;
    }
    if (node instanceof Node.Mapping group) {
      ObjectNode object = JSON.objectNode();
      group.entries().forEach((key, entry) -> object.set(key, of(entry.value())));
      return object;
    }
    return scalar((Node.Scalar) node);
  }

  private static JsonNode scalar(Node.Scalar scalar) {
    if (scalar.style() != Node.Style.VALUE) {
      return JSON.nullNode();
    }
    return switch (scalar.text()) {
      case "true" -> JSON.booleanNode(true);
      case "false" -> JSON.booleanNode(false);
      default ->
          NUMBER.matcher(scalar.text()).matches()
              ? number(new BigDecimal(scalar.text()))
              : JSON.textNode(scalar.text());
    };
  }

  private static JsonNode number(BigDecimal number) {
    BigDecimal shortest = number.stripTrailingZeros();
    return shortest.scale() <= 0
        ? JSON.numberNode(shortest.toBigInteger())
        : JSON.numberNode(shortest);
  }
}
