package io.clmaven.plugin.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataDemandTest {

  @ParameterizedTest
  @CsvSource({
    // there are experiments, experiments named, sweeps named, bound, searched -> for experiments,
    // for sweeps
    "true, false, false, false, false, true, true",
    "true, true, false, false, false, true, false",
    "true, false, true, false, false, false, true",
    "true, true, true, false, false, true, true",
    "true, false, false, true, false, true, false",
    "true, true, false, true, false, true, false",
    "true, false, true, true, false, true, true",
    "true, false, false, true, true, true, true",
    "true, true, false, false, true, true, true",
    "false, false, false, true, false, false, true",
    "false, true, false, false, false, false, true"
  })
  void isForWhatIsNamedOrRuns(
      boolean hasExperiments,
      boolean namesExperiments,
      boolean namesSweeps,
      boolean isBound,
      boolean isSearched,
      boolean forExperiments,
      boolean forSweeps) {
    DataDemand demand =
        new DataDemand(hasExperiments, namesExperiments, namesSweeps, isBound, isSearched);
    assertThat(demand.isForExperiments()).isEqualTo(forExperiments);
    assertThat(demand.isForSweeps()).isEqualTo(forSweeps);
  }

  @ParameterizedTest
  @CsvSource({
    "cl:sweep, true",
    "io.clmaven:cl-maven-plugin:1.0:sweep, true",
    "cl:sweep@nightly, true",
    "io.clmaven:cl-maven-plugin:sweep, true",
    "other:sweep, false",
    "cl:download-data, false",
    "verify, false"
  })
  void knowsWhetherTheBuildCallsTheGoalOfSweeps(String called, boolean isSearched) {
    assertThat(isSearched(List.of("clean", called), "train", null)).isEqualTo(isSearched);
  }

  @Test
  void knowsWhetherTheGoalOfSweepsIsBound() {
    assertThat(isSearched(List.of("verify"), "sweep", null)).isTrue();
    assertThat(isSearched(List.of("verify"), "sweep", "none")).isFalse();
  }

  private static boolean isSearched(List<String> called, String bound, String phase) {
    PluginExecution execution = new PluginExecution();
    execution.addGoal(bound);
    execution.setPhase(phase);
    Plugin plugin = new Plugin();
    plugin.setGroupId("io.clmaven");
    plugin.setArtifactId("cl-maven-plugin");
    plugin.addExecution(execution);
    Model model = new Model();
    model.setBuild(new Build());
    model.getBuild().addPlugin(plugin);
    PluginDescriptor self = new PluginDescriptor();
    self.setGroupId(plugin.getGroupId());
    self.setArtifactId(plugin.getArtifactId());
    self.setGoalPrefix("cl");
    return DataDemand.isSearched(called, new MavenProject(model), self);
  }
}
