package io.clmaven.plugin.report;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The stream of tasks that an experiment learns. Only experiments on equal streams can be compared.
 *
 * @param settings all settings of the benchmark by path; a component's name stands at its path
 * @param tasks number of tasks
 */
record TaskStream(SortedMap<String, String> settings, int tasks) {

  private static final String BENCHMARK = "benchmark";
  private static final String NAME = ".name";

  static TaskStream of(ReportedExperiment experiment) {
    Trials trials = new Trials(experiment.results());
    SortedMap<String, String> settings = new TreeMap<>();
    trials
        .first()
        .fingerprint()
        .parts()
        .forEach(
            (part, value) -> {
              if (part.equals(BENCHMARK) || part.startsWith(BENCHMARK + ".")) {
                settings.put(path(part), value);
              }
            });
    return new TaskStream(settings, trials.tasks().size());
  }

  /** A component without parameters of its own may stand there as its name or as a group. */
  private static String path(String part) {
    return part.endsWith(NAME) ? part.substring(0, part.length() - NAME.length()) : part;
  }

  /**
   * Returns the title of the stream, {@code split, 20 tasks}, followed by the settings in which it
   * differs from others that would have the same title: {@code split, 20 tasks, dataSet: cifar100}.
   *
   * @param others streams that are shown beside this one; it may be among them
   */
  String title(Collection<TaskStream> others) {
    List<TaskStream> alike =
        others.stream().filter(other -> other.title().equals(title())).toList();
    SortedSet<String> paths = new TreeSet<>(settings.keySet());
    alike.forEach(other -> paths.addAll(other.settings.keySet()));
    return paths.stream()
        .filter(path -> alike.stream().anyMatch(other -> !other.value(path).equals(value(path))))
        .map(path -> ", %s: %s".formatted(path.substring(BENCHMARK.length() + 1), value(path)))
        .collect(Collectors.joining("", title(), ""));
  }

  private String title() {
    return "%s, %d %s".formatted(value(BENCHMARK), tasks, tasks == 1 ? "task" : "tasks");
  }

  private String value(String path) {
    return settings.getOrDefault(path, "not set");
  }
}
