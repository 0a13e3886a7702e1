package io.clmaven.runtime.experiment.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A record: a group of settings. */
final class RecordType implements SettingType {

  private final RecordShape shape;
  private final List<SettingField> fields;
  private final List<String> alsoKnown;

  /**
   * Makes the type of a record.
   *
   * @param alsoKnown keys that others have taken out of the group before it is read
   */
  RecordType(Class<? extends Record> type, SettingTypes types, List<String> alsoKnown) {
    this.shape = RecordShape.of(type, types);
    this.fields = shape.fields();
    this.alsoKnown = alsoKnown;
  }

  List<SettingField> fields() {
    return fields;
  }

  /** Returns all keys that may be meant by a misspelt one. */
  List<String> known() {
    return Stream.concat(names().stream(), alsoKnown.stream()).toList();
  }

  List<String> names() {
    return fields.stream().map(SettingField::name).toList();
  }

  @Override
  public Optional<Object> bind(Node node, Site site) {
    if (!(node instanceof Node.Mapping mapping)) {
      site.refuse(node, Messages.wrongKind(site, this, node));
      return Optional.empty();
    }
    Map<String, Object> parts = parts(mapping, site);
    return parts.size() == fields.size() ? make(parts, mapping.place(), site) : Optional.empty();
  }

  /** Reads all settings by name; those with mistakes are left out. */
  Map<String, Object> parts(Node.Mapping mapping, Site site) {
    UnknownSettings unknown = new UnknownSettings(this, mapping);
    unknown.tell(site);
    Map<String, Object> parts = new LinkedHashMap<>();
    for (SettingField field : fields) {
      Optional<Node> node = mapping.find(field.name()).filter(n -> !n.isNull());
      if (node.isPresent()) {
        Site at = new Site("'%s'".formatted(field.name()), field.range(), site.problems());
        field.type().bind(node.get(), at).ifPresent(v -> parts.put(field.name(), v));
      } else if (!field.byDefault().isEmpty()) {
        byDefault(field, mapping, site).ifPresent(v -> parts.put(field.name(), v));
      } else if (field.isOptional()) {
        parts.put(field.name(), Optional.empty());
      } else if (!unknown.wereMeantAs(List.of(field.name())) && !unknown.wereMeantAs(alsoKnown)) {
        site.problems().addMissing(mapping.place(), Messages.missing(field, site.subject()));
      }
    }
    return parts;
  }

  private static Optional<Object> byDefault(SettingField field, Node.Mapping mapping, Site site) {
    Problems own = new Problems();
    Site at = new Site("'%s'".formatted(field.name()), field.range(), own);
    Optional<Object> value =
        new NodeReader("default", own)
            .read(field.byDefault())
            .flatMap(node -> field.type().bind(node, at));
    if (!own.isEmpty()) {
      String reason = Messages.wrongDefault(field, own.list().get(0).message());
      site.refuse(mapping, Messages.wrongDeclaration(site.subject(), reason));
      return Optional.empty();
    }
    return value;
  }

  /** Makes the record of all its parts; its constructor may refuse them. */
  Optional<Object> make(Map<String, Object> parts, Place place, Site site) {
    try {
      return Optional.of(shape.make(parts));
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause();
      String reason = cause.getMessage() == null ? cause.toString() : cause.getMessage();
      site.problems().add(place, Messages.refused(site.subject(), reason));
      return Optional.empty();
    }
  }

  @Override
  public String words() {
    return "group of settings (%s)".formatted(String.join(", ", names()));
  }

  @Override
  public Optional<String> pathTo(String setting) {
    return names().contains(setting) ? Optional.of("") : elsewhere(setting);
  }

  /** Returns where below one of these settings a setting of that name is. */
  Optional<String> elsewhere(String setting) {
    return fields.stream()
        .flatMap(
            f ->
                f.type().pathTo(setting).stream()
                    .map(rest -> rest.isEmpty() ? f.name() : f.name() + "." + rest))
        .findFirst();
  }

  @Override
  public Stream<SettingDescription> parts(String path) {
    return fields.stream().flatMap(field -> SettingDescription.of(field, path + "."));
  }

  @Override
  public JsonNode write(Object record) {
    ObjectNode object = ScalarType.object();
    Map<String, Object> values = new LinkedHashMap<>();
    shape.takeApart(record, values);
    for (SettingField field : fields) {
      Object value = values.get(field.name());
      if (!Optional.empty().equals(value)) {
        object.set(field.name(), field.type().write(value));
      }
    }
    return object;
  }

  @Override
  public ObjectNode schema(Interval range) {
    return new RecordSchema(fields).schema();
  }
}
