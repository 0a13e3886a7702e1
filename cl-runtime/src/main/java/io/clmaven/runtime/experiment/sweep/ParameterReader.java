package io.clmaven.runtime.experiment.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.experiment.yaml.Catalogues;
import io.clmaven.runtime.experiment.yaml.Nearest;
import io.clmaven.runtime.experiment.yaml.Node;
import io.clmaven.runtime.experiment.yaml.Problems;
import io.clmaven.runtime.experiment.yaml.RecordBinder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the settings that are searched, with their values. */
final class ParameterReader {

  private static final int MOST_POINTS = 10_000;

  private final Search search;
  private final RecordBinder<Range> ranges;
  private final Problems problems;

  /** How points are chosen. */
  enum Search {
    /** All combinations of listed values. */
    GRID,
    /** Values are drawn, from lists or ranges. */
    RANDOM
  }

  ParameterReader(Search search, Catalogues catalogues, Problems problems) {
    this.search = search;
    this.ranges = new RecordBinder<>(Range.class, catalogues);
    this.problems = problems;
  }

  /**
   * Reads the parameters of a whole sweep. One without values is left out, and so are settings of
   * the component that it may have brought.
   */
  List<Parameter> read(Node.Mapping settings) {
    Optional<Node> node = settings.find(SweepReader.PARAMETERS).filter(n -> !n.isNull());
    if (node.isEmpty()) {
      tellMissing(settings);
      return List.of();
    }
    if (!(node.get() instanceof Node.Mapping group) || group.entries().isEmpty()) {
      problems.add(node.get().place(), SweepMessages.PARAMETERS);
      return List.of();
    }
    List<Parameter> parameters = new ArrayList<>();
    List<SettingPath> valueless = new ArrayList<>();
    group
        .entries()
        .forEach(
            (text, entry) ->
                path(text, entry)
                    .ifPresent(
                        path ->
                            values(text, entry.value())
                                .ifPresentOrElse(
                                    values -> parameters.add(new Parameter(path, values)),
                                    () -> valueless.add(path))));
    parameters.removeIf(p -> valueless.stream().anyMatch(path -> path.mayBring(p.path())));
    if (search == Search.GRID && isTooLarge(parameters, settings)) {
      return List.of();
    }
    return parameters;
  }

  private void tellMissing(Node.Mapping settings) {
    boolean isMisspelt =
        settings.entries().keySet().stream()
            .anyMatch(key -> Nearest.to(key, List.of(SweepReader.PARAMETERS)).isPresent());
    if (!isMisspelt) {
      problems.add(settings.place(), SweepMessages.NO_PARAMETERS);
    }
  }

  private boolean isTooLarge(List<Parameter> parameters, Node.Mapping settings) {
    long points = new Points(parameters).combinations();
    if (points > MOST_POINTS) {
      problems.add(
          settings.placeOf(SweepReader.PARAMETERS),
          SweepMessages.tooManyPoints(points, MOST_POINTS));
    }
    return points > MOST_POINTS;
  }

  private Optional<SettingPath> path(String text, Node.Entry entry) {
    Optional<SettingPath> path = SettingPath.parse(text, entry.place());
    if (path.isEmpty()) {
      problems.add(entry.place(), SweepMessages.noPath(text));
      return Optional.empty();
    }
    if (SweepReader.RESERVED.contains(path.get().root())) {
      problems.add(entry.place(), SweepMessages.notSearchable(path.get().root()));
      return Optional.empty();
    }
    return path;
  }

  private Optional<Parameter.Values> values(String path, Node node) {
    if (node instanceof Node.Sequence list) {
      return listed(path, list);
    }
    if (!(node instanceof Node.Mapping group)) {
      problems.add(node.place(), SweepMessages.noValues(path));
      return Optional.empty();
    }
    if (search == Search.GRID) {
      problems.add(node.place(), SweepMessages.rangeInGrid(path));
      return Optional.empty();
    }
    return between(path, group);
  }

  private Optional<Parameter.Values> listed(String path, Node.Sequence list) {
    if (list.items().isEmpty()) {
      problems.add(list.place(), SweepMessages.emptyList(path));
      return Optional.empty();
    }
    Map<JsonNode, Node> distinct = new LinkedHashMap<>();
    for (Node item : list.items()) {
      JsonNode value = NodeJson.of(item);
      if (distinct.putIfAbsent(value, item) != null) {
        problems.add(item.place(), SweepMessages.twice(path, value.toString()));
      }
    }
    return Optional.of(new Parameter.Listed(List.copyOf(distinct.values())));
  }

  private Optional<Parameter.Values> between(String path, Node.Mapping group) {
    Map<String, Object> parts = ranges.parts(group, "the range of '%s'".formatted(path), problems);
    if (parts.size() < Range.class.getRecordComponents().length) {
      return Optional.empty();
    }
    return ranges
        .make(parts, group.place(), problems)
        .filter(range -> isDrawable(path, range, group))
        .map(range -> new Parameter.Between(group, range));
  }

  private boolean isDrawable(String path, Range range, Node.Mapping group) {
    if (range.from() >= range.to()) {
      problems.add(group.place(), SweepMessages.emptyRange(path, range));
      return false;
    }
    if (range.scale() == Range.Scale.LOG && range.from() <= 0) {
      problems.add(group.place(), SweepMessages.noLogarithm(path, range));
      return false;
    }
    if (range.hasBrokenEnds()) {
      problems.add(group.place(), SweepMessages.brokenEnds(path, range));
      return false;
    }
    return true;
  }
}
