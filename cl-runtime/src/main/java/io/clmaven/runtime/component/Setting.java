package io.clmaven.runtime.component;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Documents and limits one setting of an experiment file: a component of a parameter record.
 *
 * <p>The same annotation feeds validation, {@code cl:list}, the JSON Schema and the site. Types
 * that can be set: {@code int}, {@code long}, {@code double}, {@code boolean}, {@code String},
 * enums (written in lower case with hyphens), nested records, {@link Selection}, {@code List} and
 * {@code Optional} of these. A nested record that is {@link Inline} has no {@code Setting}.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Setting {

  /** One sentence: effect and unit. */
  String value();

  /**
   * The default as it would be written in YAML. Empty: the setting is required, unless its type is
   * {@code Optional}.
   */
  String byDefault() default "";

  /**
   * Allowed numbers as an interval, for example {@code (0, 1]} or {@code [1, inf)}; applies to each
   * element of a list. Empty: no limit.
   */
  String range() default "";
}
