package io.clmaven.plugin.data;

import io.clmaven.runtime.data.DataFile;
import io.clmaven.runtime.experiment.plan.PlannedExperiment;
import io.clmaven.runtime.experiment.plan.SweepPlan;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A data file and what needs it.
 *
 * @param file the data file
 * @param by files of experiments and sweeps, relative to the experiment directory
 */
public record NeededFile(DataFile file, List<String> by) {

  private static final int MANY = 3;

  /** Returns the data files of experiments and of points of sweeps, each once. */
  public static List<NeededFile> of(Stream<PlannedExperiment> experiments) {
    Map<DataFile, Set<String>> by = new LinkedHashMap<>();
    experiments.forEach(
        experiment ->
            experiment
                .files()
                .forEach(
                    file ->
                        by.computeIfAbsent(file, f -> new LinkedHashSet<>())
                            .add(experiment.file())));
    return by.entrySet().stream()
        .map(e -> new NeededFile(e.getKey(), List.copyOf(e.getValue())))
        .toList();
  }

  /** Returns a sentence on what needs some data: {@code Needed by a.yaml, b.yaml.} */
  public static String sentence(Collection<String> by) {
    String first = String.join(", ", by.stream().limit(MANY).toList());
    String more = by.size() > MANY ? " and %d more".formatted(by.size() - MANY) : "";
    return "Needed by %s%s.".formatted(first, more);
  }

  /** Returns the sentence on this file among all experiments and sweeps of a project. */
  String sentence() {
    boolean isForSweeps = by.stream().allMatch(name -> name.startsWith(SweepPlan.FOLDER + "/"));
    return isForSweeps
        ? sentence(by).replaceFirst("\\.$", ", and by no experiment.")
        : sentence(by);
  }
}
