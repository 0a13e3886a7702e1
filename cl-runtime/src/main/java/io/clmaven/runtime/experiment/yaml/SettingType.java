package io.clmaven.runtime.experiment.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.Stream;

/** A type that a setting can have: everything that depends on it. */
interface SettingType {

  /** Reads a value; empty after having told what is wrong. */
  Optional<Object> bind(Node node, Site site);

  /** Returns the type in words, for example {@code integer} or {@code list of numbers}. */
  String words();

  /** Returns what a sentence says is expected, for example {@code an integer}. */
  default String phrase() {
    return ("aeiou".indexOf(words().charAt(0)) >= 0 ? "an " : "a ") + words();
  }

  /** Returns a sentence that helps to choose a value; empty if the words say it all. */
  default String hint() {
    return "";
  }

  /** Returns where below this type a setting of that name is, for example {@code optimizer}. */
  default Optional<String> pathTo(String setting) {
    return Optional.empty();
  }

  /**
   * Returns the settings of a group below this type, named by their paths.
   *
   * @param path of a setting of this type, for example {@code augmentation}
   */
  default Stream<SettingDescription> parts(String path) {
    return Stream.empty();
  }

  /** Turns a value back into what could be written in a file. */
  JsonNode write(Object value);

  /** Returns the JSON Schema of a value. */
  ObjectNode schema(Interval range);
}
