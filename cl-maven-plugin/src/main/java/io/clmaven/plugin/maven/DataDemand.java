package io.clmaven.plugin.maven;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/**
 * For what data are fetched: what is named, or else what the build may run.
 *
 * @param namesExperiments whether {@code cl.experiments} is set
 * @param namesSweeps whether {@code cl.sweeps} is set
 * @param isBound whether the goal is bound to a phase, as {@code cl:train} is
 * @param isSearched whether the same build runs {@code cl:sweep}
 */
record DataDemand(
    boolean namesExperiments, boolean namesSweeps, boolean isBound, boolean isSearched) {

  private static final String GOAL = "sweep";
  private static final Pattern CALLED = Pattern.compile(".*:%s(@.*)?".formatted(GOAL));

  /** Returns whether a build calls {@code cl:sweep} or has it bound to a phase. */
  static boolean isSearched(List<String> called, MavenProject project, MojoExecution execution) {
    return called.stream().anyMatch(goal -> CALLED.matcher(goal).matches())
        || project.getBuildPlugins().stream()
            .filter(plugin -> plugin.getKey().equals(execution.getPlugin().getKey()))
            .flatMap(plugin -> plugin.getExecutions().stream())
            .anyMatch(bound -> bound.getGoals().contains(GOAL));
  }

  boolean isForExperiments() {
    return namesExperiments || !namesSweeps || isBound;
  }

  boolean isForSweeps() {
    return namesSweeps || isSearched || !isBound && !namesExperiments;
  }
}
