package io.clmaven.runtime.experiment.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clmaven.runtime.experiment.Completion;
import io.clmaven.runtime.experiment.Experiment;
import io.clmaven.runtime.experiment.ExperimentReader;
import io.clmaven.runtime.experiment.plan.PlannedPoint;
import io.clmaven.runtime.experiment.plan.Problem;
import io.clmaven.runtime.experiment.yaml.Node;
import io.clmaven.runtime.experiment.yaml.NodeMerger;
import io.clmaven.runtime.experiment.yaml.Place;
import io.clmaven.runtime.experiment.yaml.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes an experiment of every point of a sweep; all of them are evaluated on validation. */
final class SweepPoints {

  private final String name;
  private final SweepFile file;
  private final ExperimentReader reader;
  private final Completion completion;
  private final Problems problems;

  SweepPoints(String name, SweepFile file, Tools tools, Problems problems) {
    this.name = name;
    this.file = file;
    this.reader = tools.reader();
    this.completion = tools.completion();
    this.problems = problems;
  }

  /** What all sweeps of a plan are made with. */
  record Tools(ExperimentReader reader, Completion completion) {}

  /** What winners are made with: the experiment without the overrides of the sweep. */
  private record Winners(Variants variants, SparseOverrides overrides) {}

  /** Returns the experiment as the search runs it, with the overrides; empty after a mistake. */
  Optional<Experiment> searched(ExperimentReader.Reading base, List<Long> seeds) {
    Problems own = new Problems();
    Optional<Experiment> searched =
        base.experiment()
            .map(reader::toConfiguration)
            .map(configuration -> NodeMerger.merge(trial(configuration, seeds), file.overrides()))
            .flatMap(settings -> reader.bind(settings, own));
    own.list().forEach(problem -> tell(problem, "'overrides'"));
    return searched;
  }

  /** Returns every point once. */
  List<PlannedPoint> of(Experiment searched, ExperimentReader.Reading base) {
    Points points = new Points(file.parameters());
    List<Map<SettingPath, Node>> all =
        file.sweep().random().map(points::random).orElseGet(points::grid);
    Variants inSearch = variants(searched);
    Winners winners =
        new Winners(
            file.overrides().entries().isEmpty()
                ? inSearch
                : variants(base.experiment().orElseThrow()),
            new SparseOverrides(reader, base.settings().orElseThrow()));
    Map<String, PlannedPoint> planned = new LinkedHashMap<>();
    for (Map<SettingPath, Node> point : all) {
      draft(point, inSearch, base.presets())
          .flatMap(draft -> plan(point, draft, winners))
          .ifPresent(p -> planned.putIfAbsent(p.experiment().name(), p));
    }
    return List.copyOf(planned.values());
  }

  private Variants variants(Experiment experiment) {
    return new Variants(reader, NodeJson.settings(reader.toConfiguration(experiment)));
  }

  private Optional<Completion.Draft> draft(
      Map<SettingPath, Node> point, Variants inSearch, List<String> presets) {
    Map<SettingPath, JsonNode> values = json(point);
    Problems own = new Problems();
    Optional<Experiment> experiment = inSearch.with(point, own);
    own.list().forEach(problem -> tell(problem, text(values)));
    return experiment
        .map(
            e ->
                new Completion.Draft(
                    "%s/%s".formatted(name, PointName.of(values)),
                    file.settings().place().file(),
                    presets,
                    e,
                    reader.toConfiguration(e)))
        .filter(this::holdsOut);
  }

  private Optional<PlannedPoint> plan(
      Map<SettingPath, Node> point, Completion.Draft draft, Winners winners) {
    Map<String, JsonNode> byPath = new LinkedHashMap<>();
    json(point).forEach((path, value) -> byPath.put(path.text(), value));
    return winner(point, draft.configuration(), winners)
        .map(settings -> new PlannedPoint(byPath, settings, completion.complete(draft)));
  }

  /** Returns what an experiment sets to be like the point where the overrides do not hold. */
  private Optional<ObjectNode> winner(
      Map<SettingPath, Node> point, JsonNode searched, Winners winners) {
    Problems own = new Problems();
    Optional<ObjectNode> winner = winners.variants().with(point, own).map(reader::toConfiguration);
    own.list().forEach(problem -> refuseWinner(problem.message()));
    winner.ifPresent(
        settings ->
            point.keySet().stream()
                .flatMap(path -> OtherComponent.onTheWay(path, searched, settings).stream())
                .map(SweepMessages::otherComponent)
                .forEach(this::refuseWinner));
    return winner.map(settings -> winners.overrides().of(settings, point));
  }

  private void refuseWinner(String cause) {
    problems.add(file.placeOf(SweepReader.OVERRIDES), SweepMessages.noWinner(cause));
  }

  private static Map<SettingPath, JsonNode> json(Map<SettingPath, Node> point) {
    Map<SettingPath, JsonNode> values = new LinkedHashMap<>();
    point.forEach((path, value) -> values.put(path, NodeJson.of(value)));
    return values;
  }

  private boolean holdsOut(Completion.Draft draft) {
    JsonNode share = draft.configuration().path("benchmark").path("validation");
    boolean isNothing = share.isNumber() && share.doubleValue() == 0;
    if (isNothing) {
      problems.add(
          file.experiment().place(), SweepMessages.noValidation(file.sweep().experiment()));
    }
    return !isNothing;
  }

  /** What is wrong in a setting that the sweep leaves alone is wrong because of its values. */
  private void tell(Problem problem, String point) {
    if (problem.file().equals(NodeJson.CONFIGURATION)) {
      problems.add(
          file.placeOf(SweepReader.PARAMETERS), SweepMessages.at(point, problem.message()));
    } else {
      Place place = new Place(problem.file(), problem.line(), problem.column());
      problems.add(place, problem.message());
    }
  }

  private static Node.Mapping trial(ObjectNode configuration, List<Long> seeds) {
    configuration.remove(SweepReader.RESERVED);
    configuration.put("evaluated", "validation");
    ArrayNode all = configuration.putArray("seeds");
    seeds.forEach(all::add);
    return NodeJson.settings(configuration);
  }

  private static String text(Map<SettingPath, JsonNode> values) {
    return values.entrySet().stream()
        .map(value -> "%s = %s".formatted(value.getKey().text(), value.getValue()))
        .collect(Collectors.joining(", "));
  }
}
