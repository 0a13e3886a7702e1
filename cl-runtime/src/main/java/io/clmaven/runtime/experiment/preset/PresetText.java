package io.clmaven.runtime.experiment.preset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The text of an experiment file in the making. */
final class PresetText {

  private static final int WIDTH = 100;
  private static final String INDENT = "  ";
  private static final String COMMENT = "#";

  private final StringBuilder text = new StringBuilder();

  /** Adds comments, each beginning on a line of its own. */
  PresetText comments(List<String> comments) {
    comments.forEach(this::comment);
    return this;
  }

  private void comment(String comment) {
    StringBuilder line = new StringBuilder(COMMENT);
    for (String word : comment.split(" ")) {
      if (line.length() + 1 + word.length() > WIDTH) {
        line(line);
        line = new StringBuilder(COMMENT);
      }
      line.append(' ').append(word);
    }
    line(line);
  }

  /** Adds a setting that is no group. */
  PresetText setting(String key, String value) {
    return line(key + ": " + value);
  }

  /**
   * Adds a group, if there is anything in it.
   *
   * @param written lines of the group
   * @param settings values by path, of which those that begin with the key follow
   */
  PresetText group(String key, String written, Map<String, String> settings) {
    Map<String, String> own = below(key, settings);
    if (!written.isEmpty() || !own.isEmpty()) {
      line("").line(key + ":");
      written.lines().forEach(row -> line(INDENT + row));
      nest(INDENT, own);
    }
    return this;
  }

  /** Adds a group of settings that are named by their paths. */
  PresetText list(String key, Map<String, String> settings) {
    line("").line(key + ":");
    settings.forEach((path, value) -> line(INDENT + path + ": " + value));
    return this;
  }

  private void nest(String indent, Map<String, String> settings) {
    settings.keySet().stream()
        .map(path -> path.split("\\.")[0])
        .distinct()
        .forEach(
            key -> {
              String value = settings.getOrDefault(key, "");
              line((indent + key + ": " + value).stripTrailing());
              nest(indent + INDENT, below(key, settings));
            });
  }

  private static Map<String, String> below(String key, Map<String, String> settings) {
    String start = key + ".";
    Map<String, String> below = new LinkedHashMap<>();
    settings.forEach(
        (path, value) -> {
          if (path.startsWith(start)) {
            below.put(path.substring(start.length()), value);
          }
        });
    return below;
  }

  private PresetText line(CharSequence line) {
    text.append(line).append('\n');
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
