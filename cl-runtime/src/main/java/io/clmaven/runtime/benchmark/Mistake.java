package io.clmaven.runtime.benchmark;

/**
 * A wrong setting of a benchmark.
 *
 * @param setting name of the setting
 * @param message what is wrong and what to do, complete for the user
 */
public record Mistake(String setting, String message) {}
