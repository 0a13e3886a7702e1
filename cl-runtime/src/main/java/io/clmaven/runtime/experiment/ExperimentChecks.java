package io.clmaven.runtime.experiment;

import io.clmaven.runtime.benchmark.Benchmark;
import io.clmaven.runtime.benchmark.Dimensions;
import io.clmaven.runtime.benchmark.Mistake;
import io.clmaven.runtime.benchmark.Scenario;
import io.clmaven.runtime.component.Selection;
import io.clmaven.runtime.data.DataException;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.UnsupportedModelException;
import io.clmaven.runtime.experiment.yaml.Node;
import io.clmaven.runtime.experiment.yaml.Place;
import io.clmaven.runtime.experiment.yaml.Problems;
import io.clmaven.runtime.method.ContinualMethod;
import io.clmaven.runtime.method.WholeStepMethod;
import io.clmaven.runtime.model.Architecture;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What no setting can tell alone: whether the parts of an experiment fit together. */
final class ExperimentChecks {

  private final Map<String, Object> parts;
  private final Node.Mapping settings;
  private final Problems problems;
  private final Path base;

  /**
   * Makes the checks.
   *
   * @param parts what could be read, by name of the setting
   * @param settings where it was read from
   * @param problems receives what does not fit
   * @param base what relative paths are relative to
   */
  ExperimentChecks(Map<String, Object> parts, Node.Mapping settings, Problems problems, Path base) {
    this.base = base;
    this.parts = parts;
    this.settings = settings;
    this.problems = problems;
  }

  void run() {
    seeds();
    new RuleChecks(parts, settings, problems).run();
    if (methods().isEmpty() && parts.containsKey("method")) {
      refuse("method", ExperimentMessages.NO_METHOD);
    }
    wholeSteps();
    benchmark().ifPresent(this::scenarios);
    benchmark().ifPresent(this::sizes);
  }

  private void seeds() {
    List<?> seeds = (List<?>) parts.getOrDefault("seeds", List.of(0L));
    if (seeds.isEmpty()) {
      refuse("seeds", ExperimentMessages.NO_SEEDS);
    }
    Set<Object> seen = new HashSet<>();
    for (int i = 0; i < seeds.size(); i++) {
      if (!seen.add(seeds.get(i))) {
        Node node = ((Node.Sequence) settings.find("seeds").orElseThrow()).items().get(i);
        problems.add(node.place(), ExperimentMessages.twiceSeed(seeds.get(i)));
      }
    }
  }

  private void wholeSteps() {
    List<String> names =
        methods().stream()
            .filter(method -> method.create() instanceof WholeStepMethod)
            .map(Selection::name)
            .toList();
    if (names.size() > 1) {
      refuse("method", ExperimentMessages.wholeSteps(names));
    }
  }

  private void scenarios(Selection<Benchmark> benchmark) {
    Scenario scenario = benchmark.create().scenario(benchmark.parameters());
    for (Selection<ContinualMethod> method : methods()) {
      Set<Scenario> able = method.create().scenarios();
      if (!able.contains(scenario)) {
        List<String> names = able.stream().sorted().map(ExperimentChecks::name).toList();
        refuse(
            "method",
            ExperimentMessages.scenario(method.name(), names, benchmark.name(), name(scenario)));
      }
    }
  }

  private void sizes(Selection<Benchmark> benchmark) {
    Optional<Dimensions> sizes = dimensions(benchmark);
    Scenario scenario = benchmark.create().scenario(benchmark.parameters());
    Optional<ModelSpec> network = sizes.flatMap(this::network);
    for (Selection<ContinualMethod> method : methods()) {
      try {
        network.ifPresent(n -> method.create().validate(method.parameters(), n.layout(), scenario));
      } catch (IllegalArgumentException e) {
        refuse("method", unfit("Method", method, e));
      }
    }
  }

  private Optional<Dimensions> dimensions(Selection<Benchmark> benchmark) {
    try {
      benchmark.create().mistakes(benchmark.parameters()).forEach(this::refuse);
      return benchmark.create().dimensions(benchmark.parameters());
    } catch (DataException e) {
      refuse("benchmark", e.getMessage());
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      refuse("benchmark", unfit("Benchmark", benchmark, e));
      return Optional.empty();
    }
  }

  private Optional<ModelSpec> network(Dimensions sizes) {
    Optional<Selection<Architecture>> model = this.<Selection<Architecture>>part("model");
    try {
      return model.map(
          m -> m.create().specify(m.parameters(), sizes.input(), sizes.outputs(), base));
    } catch (IllegalArgumentException | UnsupportedModelException e) {
      refuse("model", unfit("Model", model.orElseThrow(), e));
      return Optional.empty();
    }
  }

  private static String unfit(String kind, Selection<?> selection, RuntimeException cause) {
    String subject = "%s '%s' does not fit".formatted(kind, selection.name());
    return ExperimentMessages.unfit(subject, String.valueOf(cause.getMessage()));
  }

  private Optional<Selection<Benchmark>> benchmark() {
    return part("benchmark");
  }

  private List<Selection<ContinualMethod>> methods() {
    return this.<List<Selection<ContinualMethod>>>part("method").orElse(List.of());
  }

  @SuppressWarnings("unchecked")
  private <T> Optional<T> part(String name) {
    return Optional.ofNullable((T) parts.get(name));
  }

  private void refuse(String setting, String message) {
    problems.add(
        settings.find(setting).map(Node::place).orElse(settings.placeOf(setting)), message);
  }

  private void refuse(Mistake mistake) {
    Place place =
        settings
            .find("benchmark")
            .filter(Node.Mapping.class::isInstance)
            .map(benchmark -> ((Node.Mapping) benchmark).placeOf(mistake.setting()))
            .orElseGet(() -> settings.placeOf("benchmark"));
    problems.add(place, mistake.message());
  }

  private static String name(Scenario scenario) {
    return scenario.name().toLowerCase(Locale.ROOT);
  }
}
