package io.clmaven.runtime.experiment.yaml;

import io.clmaven.runtime.component.Catalogue;
import io.clmaven.runtime.component.Component;
import io.clmaven.runtime.experiment.plan.Problem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;

/** The components of all kinds that a class loader sees. */
public final class Catalogues {

  private final Map<Kind, Catalogue<? extends Component>> byKind = new EnumMap<>(Kind.class);
  private final List<Problem> problems = new ArrayList<>();

  /** Finds all components; a broken registration becomes a problem. */
  public Catalogues(ClassLoader loader) {
    for (Kind kind : Kind.values()) {
      try {
        byKind.put(kind, Catalogue.of(kind.type(), loader));
      } catch (IllegalStateException e) {
        refuse(kind, e.getMessage());
      } catch (ServiceConfigurationError e) {
        refuse(
            kind,
            "Cannot load a %s: %s. Correct this file or the class that it names."
                .formatted(kind.word(), reason(e)));
      }
    }
  }

  private static String reason(ServiceConfigurationError error) {
    String text = error.getMessage();
    return error.getCause() == null ? text : "%s (%s)".formatted(text, error.getCause());
  }

  private void refuse(Kind kind, String message) {
    problems.add(new Problem("META-INF/services/" + kind.type().getName(), 1, 1, message));
  }

  /** Returns what is wrong with the registrations; then experiments cannot be read. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** Returns the components of a kind. */
  public Catalogue<? extends Component> of(Kind kind) {
    return byKind.get(kind);
  }
}
