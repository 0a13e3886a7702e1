package io.clmaven.runtime.engine;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** A problem with the choice of an engine; the message is complete for the user. */
public final class EngineException extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final String OTHER_BACKEND =
      " Set 'cl.backend' to 'native', or put an ND4J backend that runs here on the class path.";

  private EngineException(String message) {
    super(message);
  }

  static EngineException unknown(String id, Collection<String> known) {
    return new EngineException(
        "Cannot use engine '%s': there is no such engine. Choose 'auto' or one of '%s'."
            .formatted(id, String.join("', '", known)));
  }

  static EngineException unavailable(String id, String cause) {
    return new EngineException(
        "Cannot use engine '%s': %s. Choose 'auto' to run on what is there.".formatted(id, cause));
  }

  static EngineException needsBackend(String id, String cause) {
    return new EngineException("Cannot use engine '%s': %s.%s".formatted(id, cause, OTHER_BACKEND));
  }

  static EngineException none(Map<String, String> causes) {
    String list =
        causes.entrySet().stream()
            .map(cause -> "'%s': %s".formatted(cause.getKey(), cause.getValue()))
            .collect(Collectors.joining("; "));
    return new EngineException(
        "Cannot choose an engine: none runs here (%s)."
                .formatted(list.isEmpty() ? "none is on the class path" : list)
            + OTHER_BACKEND);
  }
}
