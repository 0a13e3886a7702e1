package io.clmaven.runtime.experiment.yaml;

import io.clmaven.runtime.component.Inline;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What a record is made of: settings, and other records whose settings are {@link Inline}. */
final class RecordShape implements SettingPart {

  private final Class<? extends Record> type;
  private final Map<RecordComponent, SettingPart> parts;

  private RecordShape(Class<? extends Record> type, Map<RecordComponent, SettingPart> parts) {
    this.type = type;
    this.parts = parts;
  }

  /**
   * Returns the shape of a record.
   *
   * @throws IllegalArgumentException if no file can express it; the message is a sentence
   */
  static RecordShape of(Class<? extends Record> type, SettingTypes types) {
    Map<RecordComponent, SettingPart> parts = new LinkedHashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      Inline inline = component.getAnnotation(Inline.class);
      parts.put(
          component,
          inline == null ? SettingField.of(component, types) : of(component, inline, types));
    }
    RecordShape shape = new RecordShape(type, parts);
    shape.requireDistinctNames();
    return shape;
  }

  private static SettingPart of(RecordComponent component, Inline inline, SettingTypes types) {
    if (!component.getType().isRecord()) {
      throw new IllegalArgumentException(
          Messages.notInline(component.getName(), component.getGenericType().getTypeName()));
    }
    RecordShape shared = of(component.getType().asSubclass(Record.class), types);
    Map<String, String> defaults = new LinkedHashMap<>();
    for (String text : inline.byDefault()) {
      String[] entry = text.split(": ", 2);
      if (entry.length < 2 || shared.fields().stream().noneMatch(f -> f.name().equals(entry[0]))) {
        throw new IllegalArgumentException(Messages.notADefault(component.getName(), text));
      }
      defaults.put(entry[0], entry[1]);
    }
    return shared.with(defaults);
  }

  private void requireDistinctNames() {
    Set<String> names = new HashSet<>();
    for (SettingField field : fields()) {
      if (!names.add(field.name())) {
        throw new IllegalArgumentException(Messages.twice(field.name()));
      }
    }
  }

  /** Returns the names of all settings, also where no file can express their types. */
  static Stream<String> names(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .flatMap(
            component ->
                component.isAnnotationPresent(Inline.class) && component.getType().isRecord()
                    ? names(component.getType())
                    : Stream.of(component.getName()));
  }

  @Override
  public List<SettingField> fields() {
    return parts.values().stream().flatMap(part -> part.fields().stream()).toList();
  }

  @Override
  public RecordShape with(Map<String, String> defaults) {
    Map<RecordComponent, SettingPart> changed = new LinkedHashMap<>();
    parts.forEach((component, part) -> changed.put(component, part.with(defaults)));
    return new RecordShape(type, changed);
  }

  @Override
  public Record make(Map<String, Object> values) throws InvocationTargetException {
    Class<?>[] types =
        parts.keySet().stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] arguments = new Object[types.length];
    int next = 0;
    for (SettingPart part : parts.values()) {
      arguments[next++] = part.make(values);
    }
    try {
      Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw e;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot make a %s.".formatted(type.getName()), e);
    }
  }

  @Override
  public void takeApart(Object record, Map<String, Object> values) {
    parts.forEach((component, part) -> part.takeApart(value(component, record), values));
  }

  private static Object value(RecordComponent component, Object record) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot read '%s'.".formatted(component.getName()), e);
    }
  }
}
