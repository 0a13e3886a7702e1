package io.clmaven.runtime.experiment.trial;

import io.clmaven.runtime.engine.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/**
 * The engine that runs a trial.
 *
 * @param engine the engine
 * @param reason why it was chosen, as the end of a sentence
 */
public record EngineChoice(Engine engine, String reason) {

  private static final String AUTO = "auto";

  /** Fastest first. */
  private static final List<String> PREFERENCE = List.of("onednn", "dl4j");

  /**
   * Chooses an engine on the class path: the named one, or for {@code auto} the fastest that runs
   * here.
   *
   * @throws IllegalTrialException if there is none
   */
  public static EngineChoice of(String wanted) {
    List<Engine> engines = new ArrayList<>();
    ServiceLoader.load(Engine.class).forEach(engines::add);
    return wanted.equals(AUTO) ? fastest(engines) : named(wanted, engines);
  }

  private static EngineChoice named(String wanted, List<Engine> engines) {
    Engine engine =
        engines.stream()
            .filter(e -> e.id().equals(wanted))
            .findFirst()
            .orElseThrow(() -> new IllegalTrialException(unknown(wanted, engines)));
    Optional<String> obstacle = engine.unavailable();
    if (obstacle.isPresent()) {
      throw new IllegalTrialException(
          "Cannot use engine '%s': %s. Set 'cl.engine' to 'auto'."
              .formatted(wanted, obstacle.get()));
    }
    return new EngineChoice(engine, "it was asked for");
  }

  private static EngineChoice fastest(List<Engine> engines) {
    List<String> obstacles = new ArrayList<>();
    for (String id : PREFERENCE) {
      for (Engine engine : engines) {
        if (engine.id().equals(id)) {
          Optional<String> obstacle = engine.unavailable();
          if (obstacle.isEmpty()) {
            return new EngineChoice(engine, reason(obstacles));
          }
          obstacles.add("'%s' does not run here: %s".formatted(id, obstacle.get()));
        }
      }
    }
    throw new IllegalTrialException(
        "Cannot choose an engine: none runs here (%s). Run 'cl:doctor'."
            .formatted(String.join("; ", obstacles)));
  }

  private static String reason(List<String> obstacles) {
    return obstacles.isEmpty() ? "the fastest that runs here" : String.join("; ", obstacles);
  }

  private static String unknown(String wanted, List<Engine> engines) {
    String known =
        engines.stream().map(e -> "'" + e.id() + "'").sorted().collect(Collectors.joining(", "));
    return "Cannot use engine '%s': it is not known. Set 'cl.engine' to 'auto' or one of %s."
        .formatted(wanted, known);
  }
}
