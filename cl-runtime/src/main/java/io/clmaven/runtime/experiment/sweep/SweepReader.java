package io.clmaven.runtime.experiment.sweep;

import io.clmaven.runtime.experiment.Extension;
import io.clmaven.runtime.experiment.Sources;
import io.clmaven.runtime.experiment.sweep.ParameterReader.Search;
import io.clmaven.runtime.experiment.yaml.Catalogues;
import io.clmaven.runtime.experiment.yaml.Node;
import io.clmaven.runtime.experiment.yaml.Problems;
import io.clmaven.runtime.experiment.yaml.RecordBinder;
import io.clmaven.runtime.metric.Metrics;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a sweep from its file and what it extends, without looking at the experiment. */
final class SweepReader {

  static final String PARAMETERS = "parameters";
  static final String OVERRIDES = "overrides";

  /** Settings of an experiment that no sweep may set. */
  static final Set<String> RESERVED = Set.of("seeds", "check", "description", "evaluated");

  private final Sources sources;
  private final RecordBinder<Sweep> binder;
  private final Catalogues catalogues;
  private final Problems problems;

  SweepReader(Sources sources, Catalogues catalogues, Problems problems) {
    this.sources = sources;
    this.problems = problems;
    this.catalogues = catalogues;
    this.binder =
        new RecordBinder<>(Sweep.class, catalogues, List.of(Extension.KEY, PARAMETERS, OVERRIDES));
  }

  /**
   * Reads a file of the folder; empty after having told what is wrong. What is wrong in {@code
   * parameters} is told as well, but leaves the others to be looked at.
   */
  Optional<SweepFile> read(String file) {
    Extension extension = new Extension(sources, problems);
    return extension
        .resolve(file)
        .filter(s -> extension.isComplete())
        .flatMap(settings -> bind(settings, extension.files()));
  }

  private Optional<SweepFile> bind(Node.Mapping settings, List<String> files) {
    Node.Mapping own = settings.without(PARAMETERS).without(OVERRIDES);
    Map<String, Object> parts = binder.parts(own, "the sweep", problems);
    Node.Mapping overrides = overrides(settings);
    checkMetric(parts, settings);
    checkSeeds(parts, settings);
    boolean isReadable = problems.isEmpty();
    List<Parameter> searched =
        new ParameterReader(search(parts), catalogues, problems).read(settings);
    return isReadable
        ? binder
            .make(parts, settings.place(), problems)
            .map(sweep -> new SweepFile(sweep, searched, overrides, settings, files))
        : Optional.empty();
  }

  /** What is wrong in 'random' is told elsewhere: ranges are not a mistake then. */
  private static Search search(Map<String, Object> parts) {
    return Optional.empty().equals(parts.get("random")) ? Search.GRID : Search.RANDOM;
  }

  private Node.Mapping overrides(Node.Mapping settings) {
    Optional<Node> overrides = settings.find(OVERRIDES).filter(node -> !node.isNull());
    Node.Mapping none = new Node.Mapping(settings.place(), Map.of());
    if (overrides.isEmpty()) {
      return none;
    }
    if (!(overrides.get() instanceof Node.Mapping group)) {
      problems.add(overrides.get().place(), SweepMessages.OVERRIDES);
      return none;
    }
    group.entries().keySet().stream()
        .filter(RESERVED::contains)
        .forEach(key -> problems.add(group.placeOf(key), SweepMessages.notSearchable(key)));
    return group;
  }

  private void checkMetric(Map<String, Object> parts, Node.Mapping settings) {
    Optional<Node> node = settings.find("metric");
    if (node.isPresent() && parts.get("metric") instanceof String metric) {
      if (Metrics.find(metric).isEmpty()) {
        problems.add(node.get().place(), SweepMessages.unknownMetric(metric, Metrics.ids()));
      }
    }
  }

  private void checkSeeds(Map<String, Object> parts, Node.Mapping settings) {
    Optional<Node> node = settings.find("seeds").filter(n -> parts.containsKey("seeds"));
    if (node.isEmpty() || !(node.get() instanceof Node.Sequence seeds)) {
      return;
    }
    if (seeds.items().isEmpty()) {
      problems.add(seeds.place(), SweepMessages.NO_SEEDS);
    }
    Set<String> seen = new HashSet<>();
    for (Node seed : seeds.items()) {
      String text = ((Node.Scalar) seed).text();
      if (!seen.add(text)) {
        problems.add(seed.place(), SweepMessages.twiceSeed(text));
      }
    }
  }
}
