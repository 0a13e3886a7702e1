package io.clmaven.plugin.fork;

import io.clmaven.plugin.config.ForkOptions;

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
}
