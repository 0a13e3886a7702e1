package io.clmaven.runtime.component;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Puts the settings of a record that is a component of a parameter record in the place of this
 * component: a file has them beside the others, not in a group of their own. So several parameter
 * records share settings.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Inline {

  /** Defaults that differ from those of the shared record, each as {@code name: value}. */
  String[] byDefault() default {};
}
