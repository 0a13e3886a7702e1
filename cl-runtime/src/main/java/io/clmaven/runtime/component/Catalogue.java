package io.clmaven.runtime.component;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * All components of one kind that are on the class path, by name.
 *
 * @param <C> kind of the components
 */
public final class Catalogue<C extends Component> {

  /** A component that was found: its declaration and how to make one. */
  public record Entry<C extends Component>(Declaration declaration, Supplier<C> factory) {

    /** Chooses this component with parameters of its parameter record. */
    public Selection<C> with(Record parameters) {
      return new Selection<>(declaration, parameters, factory);
    }
  }

  private final Map<String, Entry<C>> entries = new TreeMap<>();

  private Catalogue() {}

  /**
   * Finds all components of a kind by {@link ServiceLoader}.
   *
   * @throws IllegalStateException if two components declare the same name
   */
  public static <C extends Component> Catalogue<C> of(Class<C> kind) {
    return of(kind, Thread.currentThread().getContextClassLoader());
  }

  /**
   * Finds all components of a kind that a class loader sees.
   *
   * @throws IllegalStateException if two components declare the same name
   */
  public static <C extends Component> Catalogue<C> of(Class<C> kind, ClassLoader loader) {
    Catalogue<C> catalogue = new Catalogue<>();
    ServiceLoader.load(kind, loader).stream().forEach(catalogue::add);
    return catalogue;
  }

  private void add(ServiceLoader.Provider<C> provider) {
    Entry<C> entry = new Entry<>(provider.get().declaration(), provider);
    Entry<C> other = entries.putIfAbsent(entry.declaration().name(), entry);
    if (other != null) {
      throw new IllegalStateException(
          "Cannot register '%s': both %s and %s declare that name. Rename one of them."
              .formatted(
                  entry.declaration().name(),
                  provider.type().getName(),
                  other.factory().get().getClass().getName()));
    }
  }

  /** Returns the component of that name, if there is one. */
  public Optional<Entry<C>> find(String name) {
    return Optional.ofNullable(entries.get(name));
  }

  /** Returns all names in alphabetical order. */
  public Collection<String> names() {
    return Collections.unmodifiableSet(entries.keySet());
  }

  /** Returns all components in the order of their names. */
  public Collection<Entry<C>> entries() {
    return Collections.unmodifiableCollection(entries.values());
  }
}
