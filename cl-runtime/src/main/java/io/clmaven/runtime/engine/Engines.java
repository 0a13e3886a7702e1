package io.clmaven.runtime.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Picks an engine by id. */
public final class Engines {

  /** Asks for the fastest engine that runs here. */
  public static final String AUTO = "auto";

  /** From fast to slow. */
  private static final List<String> PREFERENCE = List.of("onednn", "dl4j");

  private final Map<String, Engine> engines = new TreeMap<>();

  Engines(Iterable<Engine> engines) {
    engines.forEach(engine -> this.engines.put(engine.id(), engine));
  }

  /** Finds the engines on the class path. */
  public static Engines installed() {
    return new Engines(ServiceLoader.load(Engine.class));
  }

  /**
   * Returns an engine that runs here.
   *
   * @param id {@code auto}, {@code onednn} or {@code dl4j}
   * @throws EngineException if there is no such engine or it cannot run here
   */
  public Engine choose(String id) {
    if (id.equals(AUTO)) {
      return fastest(engine -> true);
    }
    Engine engine = engines.get(id);
    if (engine == null) {
      throw EngineException.unknown(id, engines.keySet());
    }
    Optional<String> cause = engine.unavailable();
    if (cause.isPresent()) {
      throw runsAny()
          ? EngineException.unavailable(id, cause.get())
          : EngineException.needsBackend(id, cause.get());
    }
    return engine;
  }

  /**
   * Returns an engine that runs here and, if any may be taken, runs a model.
   *
   * @param id {@code auto}, {@code onednn} or {@code dl4j}
   * @throws EngineException if there is no such engine or it cannot run here
   */
  public Engine choose(String id, ModelSpec model) {
    return id.equals(AUTO) ? fastest(engine -> engine.runs(model)) : choose(id);
  }

  private boolean runsAny() {
    return engines.values().stream().anyMatch(engine -> engine.unavailable().isEmpty());
  }

  private Engine fastest(Predicate<Engine> able) {
    Map<String, String> causes = new TreeMap<>();
    for (String id : PREFERENCE) {
      Engine engine = engines.get(id);
      if (engine != null && able.test(engine)) {
        Optional<String> cause = engine.unavailable();
        if (cause.isEmpty()) {
          return engine;
        }
        causes.put(id, cause.get());
      }
    }
    throw EngineException.none(causes);
  }
}
