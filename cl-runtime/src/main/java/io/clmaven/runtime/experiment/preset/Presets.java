package io.clmaven.runtime.experiment.preset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All presets on the class path, by name; of two with the same name the first one counts. */
public final class Presets {

  private static final String INDEX = "presets/index.txt";

  private final Map<String, Preset> byName = new TreeMap<>();

  /** Finds the presets of all jars and folders that a class loader sees. */
  public Presets(ClassLoader loader) {
    try {
      for (URL index : Collections.list(loader.getResources(INDEX))) {
        names(index).forEach(name -> add(name, index));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read '%s'.".formatted(INDEX), e);
    }
  }

  private static List<String> names(URL index) throws IOException {
    try (InputStream in = index.openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    }
  }

  private void add(String name, URL index) {
    try {
      byName.putIfAbsent(name, new Preset(name, new URL(index, name + ".yaml")));
    } catch (MalformedURLException e) {
      throw new UncheckedIOException("Cannot use '%s'.".formatted(index), e);
    }
  }

  /** Returns the preset of that name, if there is one. */
  public Optional<Preset> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Returns all presets by name. */
  public Collection<Preset> all() {
    return Collections.unmodifiableCollection(byName.values());
  }

  /** Returns all names in alphabetical order. */
  public Collection<String> names() {
    return Collections.unmodifiableSet(byName.keySet());
  }
}
