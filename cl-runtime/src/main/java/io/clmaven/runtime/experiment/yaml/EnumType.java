package io.clmaven.runtime.experiment.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An enum; {@code LOWER_CI95} is written {@code lower-ci95}. */
final class EnumType extends ScalarType {

  private final Map<String, Object> constants = new LinkedHashMap<>();

  EnumType(Class<?> type) {
    for (Object constant : type.getEnumConstants()) {
      constants.put(name(constant), constant);
    }
  }

  @Override
  Optional<Object> parse(Node.Scalar scalar, Site site) {
    Object constant = constants.get(scalar.text());
    if (constant != null) {
      return Optional.of(constant);
    }
    return refuse(scalar, site, Messages.didYouMean(scalar.text(), constants.keySet()));
  }

  private static String name(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String words() {
    return "one of " + String.join(", ", constants.keySet());
  }

  @Override
  public String phrase() {
    return words();
  }

  @Override
  public JsonNode write(Object value) {
    return JSON.textNode(name(value));
  }

  @Override
  public ObjectNode schema(Interval range) {
    ObjectNode schema = object();
    ArrayNode names = schema.putArray("enum");
    constants.keySet().forEach(names::add);
    return schema;
  }
}
