package io.clmaven.runtime.component;

import java.util.Objects;

/**
 * What a component says about itself.
 *
 * @param name stable name used in experiment files, lower case with hyphens
 * @param summary one line for {@code cl:list}
 * @param source the paper (authors, venue, year) or the origin of a component that has none
 * @param parameters record whose components are the parameters, each with a {@link Setting}
 */
public record Declaration(
    String name, String summary, String source, Class<? extends Record> parameters) {

  /** Parameters of a component that has none. */
  public record None() {}

  public Declaration {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(summary, "summary");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(parameters, "parameters");
  }
}
