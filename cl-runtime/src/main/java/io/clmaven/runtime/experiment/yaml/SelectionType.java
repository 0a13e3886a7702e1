package io.clmaven.runtime.experiment.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clmaven.runtime.component.Catalogue;
import io.clmaven.runtime.component.Component;
import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.component.Selection;
import java.util.Map;
import java.util.Optional;

/** A component and its settings: {@code {name: x, ...}} or just {@code x}. */
final class SelectionType implements SettingType {

  private static final String NAME = "name";

  private final Kind kind;
  private final Catalogue<? extends Component> catalogue;
  private final UnknownComponents unknown;
  private final SettingTypes types;

  SelectionType(Kind kind, Catalogues catalogues, SettingTypes types) {
    this.kind = kind;
    this.catalogue = catalogues.of(kind);
    this.unknown = new UnknownComponents(kind, catalogues);
    this.types = types;
  }

  @Override
  public Optional<Object> bind(Node node, Site site) {
    if (node instanceof Node.Scalar scalar && scalar.style() == Node.Style.VALUE) {
      return find(scalar, site)
          .flatMap(e -> select(e, new Node.Mapping(node.place(), Map.of()), site));
    }
    if (!(node instanceof Node.Mapping mapping)) {
      site.refuse(node, Messages.wrongKind(site, this, node));
      return Optional.empty();
    }
    Optional<Node> name = mapping.find(NAME);
    if (name.isEmpty()) {
      site.problems().addMissing(mapping.place(), Messages.missingName(kind, catalogue.names()));
      return Optional.empty();
    }
    return find(name.get(), site).flatMap(e -> select(e, mapping.without(NAME), site));
  }

  private Optional<Catalogue.Entry<? extends Component>> find(Node name, Site site) {
    Site at = site.named("'%s'".formatted(NAME));
    Optional<String> text = new TextType().bind(name, at).map(String.class::cast);
    return text.flatMap(t -> find(t, name.place(), site));
  }

  private Optional<Catalogue.Entry<? extends Component>> find(String name, Place place, Site site) {
    Optional<Catalogue.Entry<? extends Component>> entry = catalogue.find(name).map(e -> e);
    if (entry.isEmpty()) {
      site.problems().add(place, unknown.message(name));
    }
    return entry;
  }

  /** Reads the component that a key names, with the settings behind the key. */
  Optional<Object> bind(String name, Node.Entry settings, Site site) {
    return find(name, settings.place(), site).flatMap(e -> select(e, settings.value(), site));
  }

  private Optional<Object> select(
      Catalogue.Entry<? extends Component> entry, Node settings, Site site) {
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

  Kind kind() {
    return kind;
  }

  @Override
  public String words() {
    return kind.word();
  }

  @Override
  public String phrase() {
    return "the name of %s %s, or a group with 'name'".formatted(kind.article(), kind.word());
  }

  @Override
  public String hint() {
    return " Known %s: %s.".formatted(kind.plural(), String.join(", ", catalogue.names()));
  }

  @Override
  public Optional<String> pathTo(String setting) {
    return catalogue.entries().stream()
        .flatMap(e -> RecordShape.names(e.declaration().parameters()))
        .filter(setting::equals)
        .findFirst()
        .map(name -> "");
  }

  @Override
  public JsonNode write(Object value) {
    Selection<?> selection = (Selection<?>) value;
    ObjectNode object = ScalarType.object().put(NAME, selection.name());
    object.setAll(settings(selection));
    return object;
  }

  /** Writes the settings of a component without its name. */
  ObjectNode settings(Selection<?> selection) {
    Class<? extends Record> type = selection.declaration().parameters();
    return (ObjectNode) types.record(type).write(selection.parameters());
  }

  /** Other names are allowed, since a project has components of its own. */
  @Override
  public ObjectNode schema(Interval range) {
    ObjectNode schema = ScalarType.object();
    ArrayNode forms = schema.putArray("oneOf");
    ObjectNode names = ScalarType.object();
    catalogue.names().forEach(names.putArray("enum")::add);
    forms.addObject().putArray("anyOf").add(names).addObject().put("type", "string");
    catalogue.entries().forEach(entry -> forms.add(known(entry)));
    forms.add(named(ScalarType.object().put("type", "string").set("not", names)));
    ObjectNode inherited = forms.addObject().put("type", "object");
    inherited.putObject("not").putArray("required").add(NAME);
    return schema;
  }

  /** Returns the schema of a group with one key for each known component. */
  ObjectNode schemaByName() {
    ObjectNode schema = ScalarType.object().put("type", "object");
    ObjectNode components = schema.putObject("properties");
    for (Catalogue.Entry<? extends Component> entry : catalogue.entries()) {
      Declaration declaration = entry.declaration();
      ObjectNode settings = types.record(declaration.parameters()).schema(Interval.ALL);
      ObjectNode component = components.putObject(declaration.name());
      component.put("description", declaration.summary());
      component.putArray("anyOf").add(settings).add(ScalarType.object().put("type", "null"));
    }
    schema.putObject("additionalProperties").putArray("type").add("object").add("null");
    return schema;
  }

  private ObjectNode known(Catalogue.Entry<? extends Component> entry) {
    ObjectNode schema =
        named(ScalarType.object().put("const", entry.declaration().name()))
            .put("title", entry.declaration().name())
            .put("description", entry.declaration().summary());
    RecordType settings = types.record(entry.declaration().parameters());
    new RecordSchema(settings.fields()).addTo((ObjectNode) schema.get("properties"));
    return schema.put("additionalProperties", false);
  }

  private static ObjectNode named(ObjectNode name) {
    ObjectNode schema = ScalarType.object().put("type", "object");
    schema.putObject("properties").set(NAME, name);
    schema.putArray("required").add(NAME);
    return schema;
  }
}
