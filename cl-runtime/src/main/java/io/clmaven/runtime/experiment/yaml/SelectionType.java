package io.clmaven.runtime.experiment.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clmaven.runtime.component.Catalogue;
import io.clmaven.runtime.component.Component;
import io.clmaven.runtime.component.Selection;
import java.util.Map;
import java.util.Optional;

/** A component and its settings: {@code {name: x, ...}} or just {@code x}. */
final class SelectionType implements SettingType {

  private static final String NAME = "name";

  private final Kind kind;
  private final Catalogue<? extends Component> catalogue;
  private final SettingTypes types;

  SelectionType(Kind kind, Catalogue<? extends Component> catalogue, SettingTypes types) {
    this.kind = kind;
    this.catalogue = catalogue;
    this.types = types;
  }

  @Override
  public Optional<Object> bind(Node node, Site site) {
    if (node instanceof Node.Scalar scalar && scalar.style() == Node.Style.VALUE) {
      return find(scalar, site)
          .flatMap(e -> select(e, new Node.Mapping(node.place(), Map.of()), site));
    }
    if (!(node instanceof Node.Mapping mapping)) {
      site.refuse(node, Messages.wrongKind(site, phrase(), node));
      return Optional.empty();
    }
    Optional<Node> name = mapping.find(NAME);
    if (name.isEmpty()) {
      site.refuse(mapping, Messages.missingName(kind, catalogue.names()));
      return Optional.empty();
    }
    return find(name.get(), site).flatMap(e -> select(e, mapping.without(NAME), site));
  }

  private Optional<Catalogue.Entry<? extends Component>> find(Node name, Site site) {
    Site at = site.named("'%s'".formatted(NAME));
    Optional<String> text = new TextType().bind(name, at).map(String.class::cast);
    Optional<Catalogue.Entry<? extends Component>> entry =
        text.flatMap(t -> catalogue.find(t).map(e -> e));
    if (text.isPresent() && entry.isEmpty()) {
      site.refuse(name, Messages.unknownComponent(kind, text.get(), catalogue.names()));
    }
    return entry;
  }

  private Optional<Object> select(
      Catalogue.Entry<? extends Component> entry, Node.Mapping settings, Site site) {
    Site at = site.named("%s '%s'".formatted(kind.word(), entry.declaration().name()));
    try {
      return types
          .record(entry.declaration().parameters())
          .bind(settings, at)
          .map(parameters -> entry.with((Record) parameters));
    } catch (IllegalArgumentException e) {
      site.refuse(settings, Messages.wrongDeclaration(at.subject(), e.getMessage()));
      return Optional.empty();
    }
  }

  @Override
  public String words() {
    return kind.word();
  }

  @Override
  public JsonNode write(Object value) {
    Selection<?> selection = (Selection<?>) value;
    ObjectNode object = ScalarType.object().put(NAME, selection.name());
    Class<? extends Record> type = selection.declaration().parameters();
    object.setAll((ObjectNode) types.record(type).write(selection.parameters()));
    return object;
  }

  @Override
  public ObjectNode schema(Interval range) {
    ObjectNode either = ScalarType.object();
    ArrayNode forms = either.putArray("anyOf");
    ObjectNode names = forms.addObject();
    catalogue.names().forEach(names.putArray("enum")::add);
    for (Catalogue.Entry<? extends Component> entry : catalogue.entries()) {
      forms.add(schema(entry));
    }
    ObjectNode inherited = forms.addObject().put("type", "object");
    inherited.putObject("not").putArray("required").add(NAME);
    return either;
  }

  private ObjectNode schema(Catalogue.Entry<? extends Component> entry) {
    ObjectNode schema = ScalarType.object().put("type", "object");
    schema.put("title", entry.declaration().name());
    schema.put("description", entry.declaration().summary());
    ObjectNode properties = schema.putObject("properties");
    properties.putObject(NAME).put("const", entry.declaration().name());
    new RecordSchema(types.record(entry.declaration().parameters()).fields()).addTo(properties);
    schema.putArray("required").add(NAME);
    return schema.put("additionalProperties", false);
  }
}
