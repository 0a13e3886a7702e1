package io.clmaven.runtime.experiment.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code Map} from names of any kind. */
record MapType(SettingType value) implements SettingType {

  @Override
  public Optional<Object> bind(Node node, Site site) {
    if (!(node instanceof Node.Mapping mapping)) {
      site.refuse(node, Messages.wrongKind(site, this, node));
      return Optional.empty();
    }
    Map<String, Object> values = new LinkedHashMap<>();
    boolean complete = true;
    for (Map.Entry<String, Node.Entry> entry : mapping.entries().entrySet()) {
      if (entry.getValue().value().isNull()) {
        continue;
      }
      Site at = site.named("'%s'".formatted(entry.getKey()));
      Optional<Object> bound = value.bind(entry.getValue().value(), at);
      bound.ifPresent(v -> values.put(entry.getKey(), v));
      complete &= bound.isPresent();
    }
    return complete ? Optional.of(values) : Optional.empty();
  }

  @Override
  public String words() {
    return "group of settings";
  }

  @Override
  public String hint() {
    return " Write 'name: value' lines.";
  }

  @Override
  public Stream<SettingDescription> parts(String path) {
    return value.parts(path + ".<name>");
  }

  @Override
  public JsonNode write(Object map) {
    ObjectNode object = ScalarType.object();
    ((Map<?, ?>) map).forEach((key, v) -> object.set((String) key, value.write(v)));
    return object;
  }

  @Override
  public ObjectNode schema(Interval range) {
    ObjectNode schema = ScalarType.object().put("type", "object");
    schema.set("additionalProperties", value.schema(range));
    return schema;
  }
}
