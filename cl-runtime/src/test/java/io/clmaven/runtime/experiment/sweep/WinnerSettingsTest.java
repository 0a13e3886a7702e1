package io.clmaven.runtime.experiment.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clmaven.runtime.experiment.ExperimentReader;
import io.clmaven.runtime.experiment.plan.PlannedPoint;
import io.clmaven.runtime.experiment.plan.PlannedSweep;
import io.clmaven.runtime.experiment.plan.SweepPlan;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an experiment sets to be like a point: the values found, and nothing of the search. */
class WinnerSettingsTest {

  private static final String RATES = "training.optimizer.learningRate: [0.1, 1e-2]";

  @TempDir Path base;
  private SweepProject project;

  @BeforeEach
  void makeProject() throws IOException {
    project = SweepProject.in(base);
  }

  @Test
  void overridesHoldInTheSearchOnly() throws IOException {
    project.experiment("bare.yaml", "{extends: naive, benchmark: {validation: 0}}");
    PlannedSweep sweep =
        planned(
            "{experiment: bare, overrides: {benchmark: {validation: 0.2}, training: {epochs: 3}},"
                + " parameters: {"
                + RATES
                + "}}");
    JsonNode configuration = sweep.points().get(0).experiment().configuration();
    assertThat(configuration.at("/benchmark/validation").asDouble()).isEqualTo(0.2);
    assertThat(configuration.at("/training/epochs").asInt()).isEqualTo(3);
    assertThat(sweep.points().get(0).overrides())
        .hasToString("{\"training\":{\"optimizer\":{\"name\":\"sgd\",\"learningRate\":0.1}}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "training.batchSize: [7]",
        "training.optimizer.momentum: [0.5]",
        "benchmark.tasks: [4], benchmark.name: [rotated-mnist]",
        "training.optimizer: [{name: sgd, learningRate: 0.3}]",
        "training.schedule: [null]",
        "training.schedule: [{patience: 3}]",
        "'method[0].samples': [2], 'method[0].threshold': [[0.5]]",
        "method: [naive]",
        "model.hidden: [[5, 5]]",
      })
  void anExperimentWithTheOverridesOfAPointIsLikeThePoint(String parameters) throws IOException {
    project.experiment(
        "naive.yaml",
        """
        benchmark: permuted-mnist
        model: mlp
        method: [{name: gpm, samples: 20}, naive]
        training: {schedule: {patience: 4}}
        """);
    PlannedPoint point =
        planned("{experiment: naive, parameters: {" + parameters + "}}").points().get(0);
    ObjectNode winner = point.overrides().deepCopy();
    project.experiment("winner.yaml", winner.put("extends", "naive").toString());
    ExperimentReader.Reading reading = project.read("winner.yaml");
    assertThat(reading.problems()).isEmpty();
    ObjectNode expected = point.experiment().configuration().deepCopy();
    expected.remove("evaluated");
    assertThat(new ExperimentReader().toConfiguration(reading.experiment().orElseThrow()))
        .isEqualTo(expected);
  }

  @Test
  void anOverrideInTheGroupOfASearchedSettingHoldsInTheSearchOnly() throws IOException {
    project.experiment(
        "fast.yaml",
        "{extends: naive, training: {optimizer: {name: sgd, learningRate: 1, momentum: 0.5}}}");
    PlannedPoint point =
        planned(
                "{experiment: fast, overrides: {training: {optimizer: {momentum: 0.9}}},"
                    + " parameters: {"
                    + RATES
                    + "}}")
            .points()
            .get(0);
    assertThat(point.experiment().configuration().at("/training/optimizer"))
        .hasToString(
            "{\"name\":\"sgd\",\"learningRate\":0.1,\"momentum\":0.9,"
                + "\"nesterov\":false,\"weightDecay\":0.0}");
    assertThat(point.overrides())
        .hasToString("{\"training\":{\"optimizer\":{\"name\":\"sgd\",\"learningRate\":0.1}}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          training.optimizer.momentum: [0.5]                   | training | {"optimizer":{"name":"sgd","learningRate":0.01,"momentum":0.5}}
          training.optimizer.momentum: [0.0]                   | training | {"optimizer":{"name":"sgd","learningRate":0.01,"momentum":0.0}}
          training.optimizer: [{name: adam, learningRate: 0.1, beta1: 0.9}] | training | {"optimizer":{"name":"adam","learningRate":0.1,"beta1":0.9}}
          method: [[{name: gpm, samples: 300}, naive]]         | method   | [{"name":"gpm","samples":300},{"name":"naive"}]
          method: [[{name: gpm, samples: 20}]]                 | method   | {"name":"gpm","samples":20}
          method: [{name: gpm, samples: 20}]                   | method   | {"name":"gpm","samples":20}
          model: [{name: mlp, hidden: [5]}]                    | model    | {"name":"mlp","hidden":[5]}
          """)
  void onlyWhatTheSearchOrTheExperimentNeedsIsSet(String parameter, String part, String expected)
      throws IOException {
    PlannedPoint point =
        planned("{experiment: naive, parameters: {" + parameter + "}}").points().get(0);
    assertThat(point.overrides().get(part)).hasToString(expected);
  }

  @Test
  void anOverrideInTheListOfASearchedSettingHoldsInTheSearchOnly() throws IOException {
    project.experiment("gpm.yaml", "{extends: naive, method: [{name: gpm, samples: 20}, naive]}");
    PlannedPoint point =
        planned(
                "{experiment: gpm, overrides: {method: [{name: gpm, samples: 3}, naive]},"
                    + " parameters: {'method[0].threshold': [[0.5]]}}")
            .points()
            .get(0);
    assertThat(point.experiment().configuration().at("/method/0/samples").asInt()).isEqualTo(3);
    assertThat(point.overrides().at("/method/0/samples").asInt()).isEqualTo(20);
    assertThat(point.overrides().at("/method/0/threshold")).hasToString("[0.5]");
    assertThat(point.overrides().at("/method/1/name").asText()).isEqualTo("naive");
  }

  @Test
  void aSearchedSettingThatOnlyAnOverrideBringsIsRefused() throws IOException {
    project.sweep(
        "a.yaml",
        "{experiment: naive, overrides: {training: {optimizer: {name: adam, learningRate: 0.01}}},"
            + " parameters: {training.optimizer.beta1: [0.5, 0.9]}}");
    assertThat(project.problems())
        .containsExactly(
            "sweeps/a.yaml:1:21: Cannot make an experiment of the winner, in which 'overrides' do"
                + " not hold: Unknown setting 'beta1' in optimizer 'sgd'. Known settings:"
                + " learningRate, momentum, nesterov, weightDecay. Move what the searched settings"
                + " need from 'overrides' to the experiment.");
  }

  @Test
  void aSearchedSettingOfAComponentThatOnlyAnOverrideBringsIsRefused() throws IOException {
    project.sweep(
        "a.yaml",
        "{experiment: naive, overrides: {training: {optimizer: {name: adam, learningRate: 0.01}}},"
            + " parameters: {"
            + RATES
            + "}}");
    assertThat(project.problems())
        .containsExactly(
            "sweeps/a.yaml:1:21: Cannot make an experiment of the winner, in which 'overrides' do"
                + " not hold: 'training.optimizer' is 'adam' in the search and 'sgd' in the"
                + " experiment. Move what the searched settings need from 'overrides' to the"
                + " experiment.");
  }

  @Test
  void aSearchedSettingOfAnotherMethodInTheListIsRefused() throws IOException {
    project.experiment("replay.yaml", "{extends: naive, method: [er-added, naive]}");
    project.sweep(
        "a.yaml",
        "{experiment: replay, overrides: {method: [a-gem, naive]},"
            + " parameters: {'method[0].memoryPerClass': [1, 5]}}");
    assertThat(project.problems())
        .containsExactly(
            "sweeps/a.yaml:1:22: Cannot make an experiment of the winner, in which 'overrides' do"
                + " not hold: 'method[0]' is 'a-gem' in the search and 'er-added' in the"
                + " experiment. Move what the searched settings need from 'overrides' to the"
                + " experiment.");
  }

  @Test
  void aSearchedComponentMayReplaceThatOfAnOverride() throws IOException {
    PlannedSweep sweep =
        planned(
            "{experiment: naive, overrides: {training: {optimizer: {name: adam, learningRate:"
                + " 0.01}}}, parameters: {training.optimizer: [{name: rmsprop, learningRate:"
                + " 0.1}]}}");
    assertThat(sweep.points().get(0).overrides().at("/training/optimizer/name").asText())
        .isEqualTo("rmsprop");
  }

  private PlannedSweep planned(String text) throws IOException {
    SweepPlan plan = project.sweep("sweep.yaml", text).plan();
    assertThat(plan.problems()).isEmpty();
    return plan.sweeps().get(0);
  }
}
