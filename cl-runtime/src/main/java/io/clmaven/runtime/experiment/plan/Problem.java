package io.clmaven.runtime.experiment.plan;

/**
 * A mistake in an experiment file.
 *
 * @param file path relative to the experiment directory
 * @param line from 1
 * @param column from 1
 * @param message what is wrong and what to do, one sentence or two
 */
public record Problem(String file, int line, int column, String message) {

  @Override
  public String toString() {
    return "%s:%d:%d: %s".formatted(file, line, column, message);
  }
}
