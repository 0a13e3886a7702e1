package io.clmaven.plugin.train;

import io.clmaven.plugin.config.ProjectException;
import io.clmaven.plugin.config.Suggestion;
import io.clmaven.runtime.experiment.plan.PlannedExperiment;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.codehaus.plexus.util.SelectorUtils;

/**
 * Which trials of a plan are wanted.
 *
 * @param experiments names, also with the wildcards {@code *} and {@code ?}; all if empty
 * @param seeds seeds; all if empty
 */
public record TrialFilter(List<String> experiments, List<Long> seeds) {

  /** Returns the wanted trials in the order of the plan. */
  public List<Trial> trials(List<PlannedExperiment> planned, Path runDirectory) {
    List<Trial> all =
        experiments(planned).stream()
            .flatMap(e -> e.seeds().stream().map(seed -> Trial.in(runDirectory, e, seed)))
            .toList();
    List<Trial> wanted =
        all.stream().filter(t -> seeds.isEmpty() || seeds.contains(t.seed())).toList();
    if (wanted.isEmpty() && !all.isEmpty()) {
      throw new ProjectException(
          "Cannot choose the seeds '%s' of cl.seeds: no chosen experiment has one of them. Choose among %s."
              .formatted(
                  join(seeds), join(all.stream().map(Trial::seed).distinct().sorted().toList())));
    }
    return wanted;
  }

  /** Returns the wanted experiments in the order of the plan. */
  public List<PlannedExperiment> experiments(List<PlannedExperiment> planned) {
    List<String> known = planned.stream().map(PlannedExperiment::name).sorted().toList();
    List<String> unknown =
        experiments.stream()
            .filter(pattern -> known.stream().noneMatch(name -> matches(pattern, name)))
            .toList();
    if (!unknown.isEmpty()) {
      throw new ProjectException(
          "Cannot choose '%s' of cl.experiments: there is no such experiment.%s Choose among %s."
              .formatted(join(unknown), Suggestion.text(unknown.get(0), known), join(known)));
    }
    return planned.stream().filter(e -> isWanted(e.name())).toList();
  }

  private boolean isWanted(String name) {
    return experiments.isEmpty() || experiments.stream().anyMatch(p -> matches(p, name));
  }

  private static boolean matches(String pattern, String name) {
    return SelectorUtils.match(pattern, name);
  }

  private static String join(List<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
