package io.clmaven.runtime.experiment.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A part of a YAML file that knows its place. */
public sealed interface Node {

  /** Returns where it starts. */
  Place place();

  /** Tells whether this is the {@code null} that takes a value away. */
  default boolean isNull() {
    return this instanceof Scalar scalar && scalar.style() == Style.NULL;
  }

  /** How a scalar is written. */
  enum Style {
    /** A number, a text or true or false: what it is depends on the setting. */
    VALUE,
    /** {@code null} or {@code ~}: takes away what a preset has set. */
    NULL,
    /** Nothing at all behind the colon. */
    EMPTY
  }

  /** A single value, as it is written, without quotes. */
  record Scalar(Place place, String text, Style style) implements Node {

    /** Makes a scalar with a value. */
    public static Scalar of(Place place, String text) {
      return new Scalar(place, text, Style.VALUE);
    }
  }

  /** A list. */
  record Sequence(Place place, List<Node> items) implements Node {

    public Sequence {
      items = List.copyOf(items);
    }
  }

  /** A group of settings, in the order of the file. */
  record Mapping(Place place, Map<String, Entry> entries) implements Node {

    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** Returns the value of a key, if it has one. */
    public Optional<Node> find(String key) {
      return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    /** Returns where a key is, or where the group starts if it has no such key. */
    public Place placeOf(String key) {
      Entry entry = entries.get(key);
      return entry == null ? place : entry.place();
    }

    /** Returns this group without a key. */
    public Mapping without(String key) {
      Map<String, Entry> rest = new LinkedHashMap<>(entries);
      rest.remove(key);
      return new Mapping(place, rest);
    }
  }

  /** The value of a key and the place of the key. */
  record Entry(Place place, Node value) {}
}
