package io.clmaven.runtime.experiment;

import io.clmaven.runtime.experiment.preset.Preset;
import io.clmaven.runtime.experiment.preset.Presets;
import io.clmaven.runtime.experiment.yaml.Node;
import io.clmaven.runtime.experiment.yaml.NodeReader;
import io.clmaven.runtime.experiment.yaml.Place;
import io.clmaven.runtime.experiment.yaml.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files that experiments or sweeps are made of: those of a directory, and presets. */
public final class Sources {

  private final Path directory;
  private final Presets presets;
  private final FileKind kind;

  /** Makes the sources of one kind of file. */
  public Sources(Path directory, Presets presets, FileKind kind) {
    this.directory = directory;
    this.presets = presets;
    this.kind = kind;
  }

  FileKind kind() {
    return kind;
  }

  Presets presets() {
    return presets;
  }

  List<String> files() {
    return ExperimentFiles.of(directory).all();
  }

  /** Returns the canonical name of what {@code extends} names, if there is such a thing. */
  Optional<String> find(String reference) {
    if (reference.startsWith(Preset.PREFIX)) {
      return presets.find(reference.substring(Preset.PREFIX.length())).map(p -> reference);
    }
    return files().stream()
        .filter(file -> file.equals(reference) || ExperimentFiles.name(file).equals(reference))
        .findFirst();
  }

  /** Reads a file or preset; empty after having told what is wrong with it. */
  Optional<Node.Mapping> read(String source, Problems problems) {
    NodeReader reader = new NodeReader(kind.shown(source), problems);
    Optional<Node> node = bytes(source, problems).flatMap(reader::read);
    if (node.isPresent() && !(node.get() instanceof Node.Mapping)) {
      problems.add(node.get().place(), ExperimentMessages.noSettings(kind));
    }
    return node.filter(Node.Mapping.class::isInstance).map(Node.Mapping.class::cast);
  }

  private Optional<byte[]> bytes(String source, Problems problems) {
    try {
      return source.startsWith(Preset.PREFIX)
          ? presets.find(source.substring(Preset.PREFIX.length())).map(Preset::read)
          : Optional.of(Files.readAllBytes(directory.resolve(source)));
    } catch (UncheckedIOException e) {
      problems.add(
          new Place(kind.shown(source), 1, 1), ExperimentMessages.unreadable(e.getCause()));
    } catch (IOException e) {
      problems.add(new Place(kind.shown(source), 1, 1), ExperimentMessages.unreadable(e));
    }
    return Optional.empty();
  }
}
