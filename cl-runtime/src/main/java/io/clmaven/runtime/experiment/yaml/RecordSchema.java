package io.clmaven.runtime.experiment.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Writes the settings of a record into a JSON Schema. */
final class RecordSchema {

  private final List<SettingField> fields;

  RecordSchema(List<SettingField> fields) {
    this.fields = fields;
  }

  /** Returns the schema of the group; what is required is left open, since a base may give it. */
  ObjectNode schema() {
    ObjectNode schema = ScalarType.object().put("type", "object");
    addTo(schema.putObject("properties"));
    return schema.put("additionalProperties", false);
  }

  void addTo(ObjectNode properties) {
    for (SettingField field : fields) {
      ObjectNode value = ScalarType.object();
      value
          .putArray("anyOf")
          .add(field.type().schema(field.range()))
          .add(ScalarType.object().put("type", "null"));
      if (!field.effect().isEmpty()) {
        value.put("description", field.effect());
      }
      defaultOf(field).ifPresent(node -> value.set("default", node));
      properties.set(field.name(), value);
    }
  }

  private static Optional<JsonNode> defaultOf(SettingField field) {
    if (field.byDefault().isEmpty()) {
      return Optional.empty();
    }
    Problems problems = new Problems();
    return new NodeReader("default", problems)
        .read(field.byDefault())
        .flatMap(node -> field.type().bind(node, new Site("", field.range(), problems)))
        .map(field.type()::write);
  }
}
