package io.clmaven.runtime.experiment.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** {@code String}. */
final class TextType extends ScalarType {

  @Override
  Optional<Object> parse(Node.Scalar scalar, Site site) {
    return Optional.of(scalar.text());
  }

  @Override
  public String words() {
    return "text";
  }

  @Override
  public JsonNode write(Object value) {
    return JSON.textNode((String) value);
  }

  @Override
  public ObjectNode schema(Interval range) {
    ObjectNode schema = object();
    schema.putArray("type").add("string").add("number").add("boolean");
    return schema;
  }
}
