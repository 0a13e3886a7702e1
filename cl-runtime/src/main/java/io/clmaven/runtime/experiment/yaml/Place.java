package io.clmaven.runtime.experiment.yaml;

/**
 * A place in a file.
 *
 * @param file path relative to the experiment directory, or {@code preset/<name>}
 * @param line from 1
 * @param column from 1
 */
public record Place(String file, int line, int column) {}
