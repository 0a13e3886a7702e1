package io.clmaven.plugin.maven;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;

/**
 * For what data are fetched: what is named, or else what the build may run.
 *
 * @param hasExperiments whether the project has experiments; one without has sweeps
 * @param namesExperiments whether {@code cl.experiments} is set
 * @param namesSweeps whether {@code cl.sweeps} is set
 * @param isBound whether the goal is bound to a phase, as {@code cl:train} is
 * @param isSearched whether the same build runs {@code cl:sweep}
 */
record DataDemand(
    boolean hasExperiments,
    boolean namesExperiments,
    boolean namesSweeps,
    boolean isBound,
    boolean isSearched) {

  private static final String GOAL = "sweep";
  private static final String UNBOUND = "none"; // a phase that turns an inherited execution off

  /** Returns whether a build calls {@code cl:sweep} or has it bound to a phase. */
  static boolean isSearched(List<String> called, MavenProject project, PluginDescriptor self) {
    return called.stream().anyMatch(call(self).asMatchPredicate())
        || project.getBuildPlugins().stream()
            .filter(plugin -> plugin.getKey().equals(self.getPluginLookupKey()))
            .flatMap(plugin -> plugin.getExecutions().stream())
            .filter(bound -> !UNBOUND.equals(bound.getPhase()))
            .anyMatch(bound -> bound.getGoals().contains(GOAL));
  }

  /**
   * Matches the goal as a command line names it: by prefix, or by plugin with or without version.
   */
  private static Pattern call(PluginDescriptor self) {
    return Pattern.compile(
        "(%s|%s(:[^:]+)?):%s(@.*)?"
            .formatted(
                Pattern.quote(self.getGoalPrefix()),
                Pattern.quote(self.getPluginLookupKey()),
                GOAL));
  }

  boolean isForExperiments() {
    return hasExperiments && (namesExperiments || !namesSweeps || isBound);
  }

  boolean isForSweeps() {
    return !hasExperiments || namesSweeps || isSearched || !isBound && !namesExperiments;
  }
}
