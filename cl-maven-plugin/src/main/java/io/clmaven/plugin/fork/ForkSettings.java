package io.clmaven.plugin.fork;

import io.clmaven.plugin.config.ForkOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Everything about workers that is the same for all of them in one run of a goal.
 *
 * @param java the Java to use
 * @param classPath the class path
 * @param options memory, threads, timeouts
 * @param platform the machine
 * @param mainClass class whose {@code main} runs
 */
public record ForkSettings(
    JavaRuntime java,
    ForkClasspath classPath,
    ForkOptions options,
    Platform platform,
    String mainClass) {

  /** Main class of the runtime. */
  public static final String WORKER = "io.clmaven.runtime.worker.Worker";

  private static final String TOOL_OPTIONS = "JAVA_TOOL_OPTIONS";

  /** Returns what a search for a fault needs to know, with what workers inherit. */
  public List<String> details(Map<String, String> environment) {
    List<String> details = new ArrayList<>();
    details.add("Workers run on %s with %s".formatted(java, classPath));
    String inherited = environment.getOrDefault(TOOL_OPTIONS, "");
    if (!inherited.isBlank()) {
      details.add("Workers inherit %s='%s'".formatted(TOOL_OPTIONS, inherited));
    }
    return details;
  }
}
