package io.clmaven.plugin.config;

import java.util.List;

/** The values of {@code cl.engine}. */
public final class EngineChoice {

  private static final List<String> KNOWN = List.of("auto", "onednn", "dl4j");

  private EngineChoice() {}

  /**
   * Refuses anything else, before a worker is started for it.
   *
   * @throws ProjectException naming the engines there are
   */
  public static void check(String engine) {
    if (!KNOWN.contains(engine)) {
      throw new ProjectException(
          "Cannot use '%s' of cl.engine: there is no such engine.%s Choose among %s."
              .formatted(engine, Suggestion.text(engine, KNOWN), String.join(", ", KNOWN)));
    }
  }
}
