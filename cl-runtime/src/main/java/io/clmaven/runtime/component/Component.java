package io.clmaven.runtime.component;

/**
 * A building block that an experiment file names: a method, a benchmark, a model, an optimizer or
 * an analysis.
 *
 * <p>Implementations are public, have a public constructor without arguments that does no work, and
 * are registered as a {@link java.util.ServiceLoader} provider of their kind (for example in {@code
 * META-INF/services/io.clmaven.runtime.method.ContinualMethod}).
 */
public interface Component {

  /** Returns what this component says about itself; the same value at every call. */
  Declaration declaration();
}
