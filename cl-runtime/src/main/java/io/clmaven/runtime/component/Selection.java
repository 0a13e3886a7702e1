package io.clmaven.runtime.component;

import java.util.function.Supplier;

/**
 * A component chosen in an experiment file together with its validated parameters.
 *
 * @param declaration what the component says about itself
 * @param parameters instance of {@link Declaration#parameters()}
 * @param factory makes a new instance of the component
 * @param <C> kind of the component
 */
public record Selection<C extends Component>(
    Declaration declaration, Record parameters, Supplier<C> factory) {

  /** Returns the name of the chosen component. */
  public String name() {
    return declaration.name();
  }

  /** Makes a new instance of the chosen component. */
  public C create() {
    return factory.get();
  }
}
