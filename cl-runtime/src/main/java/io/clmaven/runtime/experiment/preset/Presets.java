package io.clmaven.runtime.experiment.preset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** All presets on the class path, by name; of two with the same name the first one counts. */
public final class Presets {

  private static final String EXPERIMENTS = "presets";
  private static final String TABLES = "tables/";
  private static final String TWIN_OF = " twin of ";

  private final Function<Study, List<WrittenPreset>> written;
  private final Map<String, Preset> byName = new TreeMap<>();

  /** Finds the experiments among the presets of all jars and folders that a class loader sees. */
  public Presets(ClassLoader loader) {
    this(loader, EXPERIMENTS, Study::experiments);
  }

  private Presets(ClassLoader loader, String folder, Function<Study, List<WrittenPreset>> written) {
    this.written = written;
    String indexes = folder + "/index.txt";
    try {
      for (URL index : Collections.list(loader.getResources(indexes))) {
        entries(index).forEach(entry -> add(entry, index));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read '%s'.".formatted(indexes), e);
    }
  }

  /** Finds the sweeps among the presets, in the folder {@code presets/sweeps}. */
  public static Presets ofSweeps(ClassLoader loader) {
    return new Presets(loader, EXPERIMENTS + "/sweeps", Study::sweeps);
  }

  private static List<String> entries(URL index) throws IOException {
    try (InputStream in = index.openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    }
  }

  private void add(String entry, URL index) {
    String[] words = entry.split(TWIN_OF, 2);
    String name = words[0];
    try {
      URL file = new URL(index, name + ".yaml");
      if (name.contains(TABLES)) {
        written.apply(Study.read(file)).forEach(preset -> add(Preset.ofTable(preset, file)));
      } else {
        add(Preset.ofFile(name, Arrays.stream(words).skip(1).findFirst(), file));
      }
    } catch (MalformedURLException e) {
      throw new UncheckedIOException("Cannot use '%s'.".formatted(index), e);
    }
  }

  private void add(Preset preset) {
    byName.putIfAbsent(preset.name(), preset);
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
