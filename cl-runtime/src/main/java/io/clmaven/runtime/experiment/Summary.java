package io.clmaven.runtime.experiment;

import io.clmaven.runtime.benchmark.Benchmark;
import io.clmaven.runtime.component.Selection;
import java.util.stream.Collectors;

/**
 * An experiment in one line, as the plan and the report show it.
 *
 * @param experiment what is summed up
 */
record Summary(Experiment experiment) {

  String text() {
    String methods =
        experiment.method().stream().map(Selection::name).collect(Collectors.joining(" + "));
    return "%s, %s, %s with %s, %s, %s"
        .formatted(
            benchmark(experiment.benchmark()),
            experiment.model().name(),
            methods,
            experiment.training().optimizer().name(),
            count(experiment.training().epochs(), "epoch"),
            count(experiment.seeds().size(), "seed"));
  }

  private static String benchmark(Selection<Benchmark> benchmark) {
    return benchmark
        .create()
        .dimensions(benchmark.parameters())
        .map(d -> "%s (%s)".formatted(benchmark.name(), count(d.tasks(), "task")))
        .orElse(benchmark.name());
  }

  private static String count(int number, String thing) {
    return "%d %s%s".formatted(number, thing, number == 1 ? "" : "s");
  }
}
