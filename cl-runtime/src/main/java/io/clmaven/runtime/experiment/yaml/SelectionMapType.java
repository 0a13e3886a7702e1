package io.clmaven.runtime.experiment.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clmaven.runtime.component.Selection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code Map} of components by their names: {@code {x: {...}, y: {}}}. */
record SelectionMapType(SelectionType component) implements SettingType {

  @Override
  public Optional<Object> bind(Node node, Site site) {
    if (!(node instanceof Node.Mapping mapping)) {
      site.refuse(node, Messages.wrongKind(site, this, node));
      return Optional.empty();
    }
    Map<String, Object> selections = new LinkedHashMap<>();
    boolean complete = true;
    for (Map.Entry<String, Node.Entry> entry : mapping.entries().entrySet()) {
      if (entry.getValue().value().isNull()) {
        continue;
      }
      Optional<Object> bound = component.bind(entry.getKey(), entry.getValue(), site);
      bound.ifPresent(selection -> selections.put(entry.getKey(), selection));
      complete &= bound.isPresent();
    }
    return complete ? Optional.of(selections) : Optional.empty();
  }

  @Override
  public String words() {
    return "group of %s by name".formatted(component.kind().plural());
  }

  @Override
  public String hint() {
    return " Write 'name: {}' lines." + component.hint();
  }

  @Override
  public JsonNode write(Object map) {
    ObjectNode object = ScalarType.object();
    ((Map<?, ?>) map)
        .forEach((name, s) -> object.set((String) name, component.settings((Selection<?>) s)));
    return object;
  }

  @Override
  public ObjectNode schema(Interval range) {
    return component.schemaByName();
  }
}
