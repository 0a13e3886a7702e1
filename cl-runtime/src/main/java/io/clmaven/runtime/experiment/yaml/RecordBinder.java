package io.clmaven.runtime.experiment.yaml;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clmaven.runtime.component.Declaration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns nodes into records of one type and back. What a record takes is told by its components and
 * their {@link io.clmaven.runtime.component.Setting}.
 *
 * @param <R> type of the records
 */
public final class RecordBinder<R extends Record> {

  private final Class<R> type;
  private final RecordType shape;

  /**
   * Makes a binder.
   *
   * @param type type of the records
   * @param catalogues where components are found by name
   * @param alsoKnown further keys that a misspelt one may mean
   */
  public RecordBinder(Class<R> type, Catalogues catalogues, List<String> alsoKnown) {
    this.type = type;
    this.shape = new RecordType(type, new SettingTypes(catalogues), alsoKnown);
  }

  /** Makes a binder that knows no further keys. */
  public RecordBinder(Class<R> type, Catalogues catalogues) {
    this(type, catalogues, List.of());
  }

  /**
   * Reads all settings by name; those with mistakes are left out.
   *
   * @param subject what messages call the group, for example {@code the experiment}
   */
  public Map<String, Object> parts(Node.Mapping mapping, String subject, Problems problems) {
    return shape.parts(mapping, new Site(subject, Interval.ALL, problems));
  }

  /** Makes the record of all its parts; empty if its constructor refuses them. */
  public Optional<R> make(Map<String, Object> parts, Place place, Problems problems) {
    return shape
        .make(parts, place, new Site("the experiment", Interval.ALL, problems))
        .map(type::cast);
  }

  /** Returns every setting with its value; settings that are not set are left out. */
  public ObjectNode write(R record) {
    return (ObjectNode) shape.write(record);
  }

  /** Returns the JSON Schema of a group of these settings. */
  public ObjectNode schema() {
    return shape.schema(Interval.ALL);
  }

  /** Returns the settings in their order, each group followed by its own. */
  public List<SettingDescription> describe() {
    return shape.fields().stream().flatMap(f -> SettingDescription.of(f, "")).toList();
  }

  /**
   * Returns the settings of a component.
   *
   * @throws IllegalArgumentException if its record has a type that no file can express
   */
  public static List<SettingDescription> describe(Declaration declaration, Catalogues catalogues) {
    return new RecordBinder<>(declaration.parameters(), catalogues).describe();
  }
}
