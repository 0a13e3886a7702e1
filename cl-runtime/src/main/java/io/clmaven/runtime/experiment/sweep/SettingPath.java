package io.clmaven.runtime.experiment.sweep;

import io.clmaven.runtime.experiment.yaml.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The way to a setting of an experiment: {@code training.optimizer.learningRate}, {@code
 * method[1].lambda} for the second method of a list.
 *
 * @param text as it is written
 * @param place where it is written
 * @param steps names of settings and positions in lists
 */
record SettingPath(String text, Place place, List<Step> steps) {

  private static final Pattern STEP =
      Pattern.compile("([A-Za-z][A-Za-z0-9_-]*)((\\[\\d{1,6}\\])*)");
  private static final Pattern POSITION = Pattern.compile("\\[(\\d+)]");

  /** The setting of a group that says which component it is. */
  static final String COMPONENT = "name";

  /** One step down. */
  sealed interface Step {}

  /** Into the setting of a group. */
  record Key(String name) implements Step {}

  /** Into the element of a list; a component that stands alone is a list of one. */
  record Element(int position) implements Step {}

  SettingPath {
    steps = List.copyOf(steps);
  }

  /** Reads a path; empty if the text is none. */
  static Optional<SettingPath> parse(String text, Place place) {
    List<Step> steps = new ArrayList<>();
    for (String part : text.split("\\.", -1)) {
      Matcher step = STEP.matcher(part);
      if (!step.matches()) {
        return Optional.empty();
      }
      steps.add(new Key(step.group(1)));
      Matcher position = POSITION.matcher(step.group(2));
      while (position.find()) {
        steps.add(new Element(Integer.parseInt(position.group(1))));
      }
    }
    return Optional.of(new SettingPath(text, place, steps));
  }

  /** Returns a regular expression of all paths, in the language of JSON Schema as well. */
  static String pattern() {
    return "^%1$s(\\.%1$s)*$".formatted(STEP.pattern());
  }

  /** Returns the setting at the top of the experiment. */
  String root() {
    return ((Key) steps.get(0)).name();
  }

  /** Returns the last name in it. */
  String lastName() {
    return steps.stream()
        .filter(Key.class::isInstance)
        .map(step -> ((Key) step).name())
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  /** Tells whether it names a component, which takes the other settings of its group with it. */
  boolean namesComponent() {
    return steps.size() > 1 && lastName().equals(COMPONENT);
  }

  /** Tells whether its values may be, or name, the component that another setting belongs to. */
  boolean mayBring(SettingPath other) {
    List<Step> group = namesComponent() ? steps.subList(0, steps.size() - 1) : steps;
    return other.steps.size() > group.size() && other.steps.subList(0, group.size()).equals(group);
  }

  /** Returns the text of the first steps. */
  String way(int depth) {
    StringBuilder way = new StringBuilder();
    for (Step step : steps.subList(0, depth)) {
      if (step instanceof Key key) {
        way.append(way.isEmpty() ? "" : ".").append(key.name());
      } else {
        way.append('[').append(((Element) step).position()).append(']');
      }
    }
    return way.toString();
  }
}
