package io.clmaven.runtime.worker.protocol;

import java.util.List;

/**
 * What the worker sees of the machine; written by the worker command {@code doctor}.
 *
 * @param findings in the order in which they are printed
 */
public record Diagnosis(List<Finding> findings) {

  /** One line of the diagnosis: a topic, what was found, and whether it is a problem. */
  public record Finding(String topic, String text, Level level) {}

  /** How bad a finding is. */
  public enum Level {
    OK,
    WARN,
    ERROR
  }
}
