package io.clmaven.runtime.experiment.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** {@code boolean}: {@code true} or {@code false}, no other words. */
final class BooleanType extends ScalarType {

  @Override
  Optional<Object> parse(Node.Scalar scalar, Site site) {
    return switch (scalar.text()) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> refuse(scalar, site, Messages.booleanAdvice(scalar.text()));
    };
  }

  @Override
  public String words() {
    return "true or false";
  }

  @Override
  public String phrase() {
    return words();
  }

  @Override
  public JsonNode write(Object value) {
    return JSON.booleanNode((Boolean) value);
  }

  @Override
  public ObjectNode schema(Interval range) {
    return object().put("type", "boolean");
  }
}
