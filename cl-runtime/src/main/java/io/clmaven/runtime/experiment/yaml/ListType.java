package io.clmaven.runtime.experiment.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code List}. A single component stands for a list of one; a single number does not, since {@code
 * seeds: 5} could as well mean five seeds.
 */
record ListType(SettingType element) implements SettingType {

  @Override
  public Optional<Object> bind(Node node, Site site) {
    if (node instanceof Node.Sequence sequence) {
      return bind(sequence.items(), site);
    }
    if (acceptsOne()) {
      return element.bind(node, site).map(List::of);
    }
    site.refuse(node, Messages.wrongKind(site, this, node) + Messages.brackets(node));
    return Optional.empty();
  }

  private Optional<Object> bind(List<Node> items, Site site) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Site at = acceptsOne() ? site : site.element(i);
      element.bind(items.get(i), at).ifPresent(values::add);
    }
    return values.size() == items.size() ? Optional.of(List.copyOf(values)) : Optional.empty();
  }

  private boolean acceptsOne() {
    return element instanceof SelectionType;
  }

  @Override
  public String phrase() {
    return acceptsOne() ? element.phrase() + ", or a list of them" : "a " + words();
  }

  @Override
  public String words() {
    return acceptsOne()
        ? "%s, or a list of them".formatted(element.words())
        : "list of %s".formatted(plural(element.words()));
  }

  @Override
  public String hint() {
    return element.hint();
  }

  @Override
  public Optional<String> pathTo(String setting) {
    return element.pathTo(setting);
  }

  private static String plural(String words) {
    return words.indexOf(' ') < 0 ? words + "s" : words;
  }

  @Override
  public Stream<SettingDescription> parts(String path) {
    return element.parts(path + "[]");
  }

  @Override
  public JsonNode write(Object value) {
    List<?> values = (List<?>) value;
    if (acceptsOne() && values.size() == 1) {
      return element.write(values.get(0));
    }
    ArrayNode array = ScalarType.JSON.arrayNode();
    values.forEach(v -> array.add(element.write(v)));
    return array;
  }

  @Override
  public ObjectNode schema(Interval range) {
    ObjectNode list = ScalarType.object().put("type", "array");
    list.set("items", element.schema(range));
    if (!acceptsOne()) {
      return list;
    }
    ObjectNode either = ScalarType.object();
    either.putArray("anyOf").add(element.schema(range)).add(list.put("minItems", 1));
    return either;
  }
}
