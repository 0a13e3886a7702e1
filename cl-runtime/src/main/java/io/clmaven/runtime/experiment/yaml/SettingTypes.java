package io.clmaven.runtime.experiment.yaml;

import io.clmaven.runtime.component.Selection;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the setting type of a Java type. */
final class SettingTypes {

  private static final Map<Class<?>, SettingType> SCALARS =
      Map.of(
          int.class, IntegerType.INT,
          Integer.class, IntegerType.INT,
          long.class, IntegerType.LONG,
          Long.class, IntegerType.LONG,
          double.class, NumberType.DOUBLE,
          Double.class, NumberType.DOUBLE,
          BigDecimal.class, NumberType.DECIMAL,
          boolean.class, new BooleanType(),
          Boolean.class, new BooleanType(),
          String.class, new TextType());

  private final Catalogues catalogues;

  SettingTypes(Catalogues catalogues) {
    this.catalogues = catalogues;
  }

  /**
   * Returns the type of a component of a parameter record.
   *
   * @throws IllegalArgumentException if no file can express it; the message is a sentence
   */
  SettingType of(RecordComponent component) {
    return of(component.getGenericType())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    Messages.unsupportedType(
                        component.getName(), component.getGenericType().getTypeName())));
  }

  /** Returns the type of a record. */
  RecordType record(Class<? extends Record> type) {
    return new RecordType(type, this, List.of());
  }

  private Optional<SettingType> of(Type type) {
    if (type instanceof ParameterizedType generic) {
      return generic(generic);
    }
    if (type instanceof Class<?> plain && plain.isRecord()) {
      return Optional.of(record(plain.asSubclass(Record.class)));
    }
    if (type instanceof Class<?> plain && plain.isEnum()) {
      return Optional.of(new EnumType(plain));
    }
    return Optional.ofNullable(type instanceof Class<?> plain ? SCALARS.get(plain) : null);
  }

  private Optional<SettingType> generic(ParameterizedType type) {
    Type[] arguments = type.getActualTypeArguments();
    Type raw = type.getRawType();
    if (raw == Selection.class && arguments[0] instanceof Class<?> kind) {
      return Kind.of(kind).map(k -> new SelectionType(k, catalogues, this));
    }
    if (raw == Map.class && arguments[0] == String.class) {
      return of(arguments[1]).map(SettingTypes::byName);
    }
    if (raw == List.class) {
      return of(arguments[0]).map(ListType::new);
    }
    return raw == Optional.class ? of(arguments[0]).map(OptionalType::new) : Optional.empty();
  }

  /** Components are listed by their own names, everything else by names of any kind. */
  private static SettingType byName(SettingType value) {
    return value instanceof SelectionType component
        ? new SelectionMapType(component)
        : new MapType(value);
  }
}
