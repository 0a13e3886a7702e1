package io.clmaven.plugin.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataDemandTest {

  @ParameterizedTest
  @CsvSource({
    // experiments named, sweeps named, bound, searched -> for experiments, for sweeps
    "false, false, false, false, true, true",
    "true, false, false, false, true, false",
    "false, true, false, false, false, true",
    "true, true, false, false, true, true",
    "false, false, true, false, true, false",
    "true, false, true, false, true, false",
    "false, true, true, false, true, true",
    "false, false, true, true, true, true",
    "true, false, false, true, true, true"
  })
  void isForWhatIsNamedOrRuns(
      boolean namesExperiments,
      boolean namesSweeps,
      boolean isBound,
      boolean isSearched,
      boolean forExperiments,
      boolean forSweeps) {
    DataDemand demand = new DataDemand(namesExperiments, namesSweeps, isBound, isSearched);
    assertThat(demand.isForExperiments()).isEqualTo(forExperiments);
    assertThat(demand.isForSweeps()).isEqualTo(forSweeps);
  }

  @ParameterizedTest
  @CsvSource({
    "cl:sweep, true",
    "io.clmaven:cl-maven-plugin:1.0:sweep, true",
    "cl:sweep@nightly, true",
    "cl:download-data, false",
    "verify, false"
  })
  void knowsWhetherTheBuildCallsTheGoalOfSweeps(String called, boolean isSearched) {
    assertThat(isSearched(List.of("clean", called), "train")).isEqualTo(isSearched);
  }

  @Test
  void knowsWhetherTheGoalOfSweepsIsBound() {
    assertThat(isSearched(List.of("verify"), "sweep")).isTrue();
  }

  private static boolean isSearched(List<String> called, String bound) {
    PluginExecution execution = new PluginExecution();
    execution.addGoal(bound);
    Plugin plugin = new Plugin();
    plugin.setGroupId("io.clmaven");
    plugin.setArtifactId("cl-maven-plugin");
    plugin.addExecution(execution);
    Model model = new Model();
    model.setBuild(new Build());
    model.getBuild().addPlugin(plugin);
    MojoExecution own = new MojoExecution(plugin, "download-data", "default");
    return DataDemand.isSearched(called, new MavenProject(model), own);
  }
}
