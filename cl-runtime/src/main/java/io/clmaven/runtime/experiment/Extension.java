package io.clmaven.runtime.experiment;

import io.clmaven.runtime.experiment.preset.Preset;
import io.clmaven.runtime.experiment.yaml.Node;
import io.clmaven.runtime.experiment.yaml.NodeMerger;
import io.clmaven.runtime.experiment.yaml.Place;
import io.clmaven.runtime.experiment.yaml.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows {@code extends} of one file, down to a file that extends nothing. */
public final class Extension {

  /** The setting that names what is extended. */
  public static final String KEY = "extends";

  private static final String DESCRIPTION = "description"; // of one file, not of those that follow

  private final Sources sources;
  private final Problems problems;
  private final List<String> chain = new ArrayList<>();
  private Place place = new Place("", 1, 1);
  private boolean complete = true;

  /** Prepares to read a file. */
  public Extension(Sources sources, Problems problems) {
    this.sources = sources;
    this.problems = problems;
  }

  /** Returns the settings of a file laid over those of what it extends. */
  public Optional<Node.Mapping> resolve(String source) {
    chain.add(source);
    return sources.read(source, problems).map(this::overBase);
  }

  /** Returns the presets that were met, nearest first. */
  List<String> presets() {
    return chain.stream().filter(s -> s.startsWith(Preset.PREFIX)).toList();
  }

  /** Returns the files that were met, as messages name them, nearest first. */
  public List<String> files() {
    return chain.stream()
        .filter(s -> !s.startsWith(Preset.PREFIX))
        .map(sources.kind()::shown)
        .toList();
  }

  /** Returns where the first file says what it extends. */
  Place place() {
    return place;
  }

  /** Tells whether everything that is extended could be read. */
  public boolean isComplete() {
    return complete;
  }

  private Node.Mapping overBase(Node.Mapping upper) {
    if (chain.size() == 1) {
      place = upper.find(KEY).map(Node::place).orElse(upper.place());
    }
    Optional<Node> reference = upper.find(KEY);
    if (reference.isEmpty()) {
      return upper;
    }
    Node.Mapping own = upper.without(KEY);
    Optional<Node.Mapping> base = reference.flatMap(this::source).flatMap(this::resolve);
    complete &= base.isPresent();
    return base.map(b -> NodeMerger.merge(b.without(DESCRIPTION), own)).orElse(own);
  }

  private Optional<String> source(Node reference) {
    if (!(reference instanceof Node.Scalar scalar) || scalar.style() != Node.Style.VALUE) {
      return refuse(reference.place(), ExperimentMessages.extendsTakes(sources.kind()));
    }
    Optional<String> source = sources.find(scalar.text());
    if (source.isEmpty()) {
      return refuse(
          reference.place(), ExperimentMessages.unknown("extend", scalar.text(), sources));
    }
    if (chain.contains(source.get())) {
      return refuse(reference.place(), ExperimentMessages.cycle(chain, source.get()));
    }
    return source;
  }

  private Optional<String> refuse(Place place, String message) {
    problems.add(place, message);
    return Optional.empty();
  }
}
