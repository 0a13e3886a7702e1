package io.clmaven.runtime.experiment.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.engine.Layer.BatchNorm.Statistics;
import io.clmaven.runtime.experiment.plan.Fingerprint;
import io.clmaven.runtime.experiment.plan.Hint;
import io.clmaven.runtime.experiment.plan.PlannedPoint;
import io.clmaven.runtime.experiment.plan.PlannedSweep;
import io.clmaven.runtime.experiment.plan.SweepPlan;
import io.clmaven.runtime.model.TrainedResNet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepPlannerTest {

  private static final String RATES = "training.optimizer.learningRate: [0.1, 1e-2]";

  @TempDir Path base;
  private SweepProject project;

  @BeforeEach
  void makeProject() throws IOException {
    project = SweepProject.in(base);
  }

  @Test
  void everyCombinationIsAPointAndTheLastParameterChangesFastest() throws IOException {
    PlannedSweep sweep =
        planned(
            "{experiment: naive, parameters: {" + RATES + ", training.batchSize: [5, 10, 20]}}");
    assertThat(sweep.parameters())
        .containsExactly("training.optimizer.learningRate", "training.batchSize");
    assertThat(sweep.points())
        .extracting(point -> point.values().values().toString())
        .containsExactly(
            "[0.1, 5]", "[0.1, 10]", "[0.1, 20]", "[0.01, 5]", "[0.01, 10]", "[0.01, 20]");
    JsonNode last = sweep.points().get(5).experiment().configuration();
    assertThat(last.at("/training/batchSize").asInt()).isEqualTo(20);
    assertThat(last.at("/training/optimizer/learningRate").asDouble()).isEqualTo(0.01);
    assertThat(last.at("/benchmark/validation").asDouble()).isEqualTo(0.1);
  }

  @Test
  void pointsAreEvaluatedOnValidationExamplesWithTheSeedsOfTheSweepAndWithoutRules()
      throws IOException {
    PlannedSweep sweep = planned("{experiment: naive, seeds: [7, 8], parameters: {" + RATES + "}}");
    assertThat(sweep.seeds()).containsExactly(7L, 8L);
    assertThat(sweep.points())
        .extracting(PlannedPoint::experiment)
        .allSatisfy(
            experiment -> {
              assertThat(experiment.seeds()).containsExactly(7L, 8L);
              assertThat(experiment.checks()).isEmpty();
              assertThat(experiment.configuration().get("evaluated").asText())
                  .isEqualTo("validation");
              assertThat(experiment.fingerprint().parts()).containsEntry("evaluated", "validation");
            });
  }

  @Test
  void aPointKeepsItsNameWhenTheSweepGetsMoreValues() throws IOException {
    String before = name(planned("{experiment: naive, parameters: {training.batchSize: [8]}}"), 0);
    String after =
        name(planned("{experiment: naive, parameters: {training.batchSize: [4, 8]}}"), 1);
    assertThat(after).isEqualTo(before).matches("sweep/batchSize=8-[0-9a-f]{8}");
  }

  @Test
  void hintsAtTheTrainedWeightsThatAGridIsMeantToHave() throws IOException {
    project.sweep("a.yaml", "extends: preset/grid-naive-sgd-cub");
    SweepPlan plan = project.plan();
    assertThat(plan.problems()).isEmpty();
    assertThat(plan.hints())
        .containsExactly(
            new Hint(
                "a",
                "Sweep 'a' searches 'preset/naive-sgd-cub', but its 'resnet-18' starts with random"
                    + " weights, not with trained ones. Name a file of them with 'parameters:"
                    + " {model.weights: [<file>]}'."));
  }

  @Test
  void hintsAtTheTrainedWeightsThatOnlyTheSearchHas() throws IOException {
    new TrainedResNet(base).trained(Statistics.RUNNING);
    project.sweep(
        "a.yaml",
        "{extends: preset/grid-naive-sgd-cub, overrides: {model: {width: 2, weights: "
            + TrainedResNet.FILE
            + "}}}");
    SweepPlan plan = project.plan();
    assertThat(plan.problems()).isEmpty();
    assertThat(plan.hints())
        .containsExactly(
            new Hint(
                "a",
                "The winner of sweep 'a' extends 'preset/naive-sgd-cub', but its 'resnet-18' starts"
                    + " with random weights, not with trained ones. Name a file of them with"
                    + " 'parameters: {model.weights: [<file>]}'."));
  }

  @Test
  void trainedWeightsAmongTheParametersOfAGridGoToTheWinner() throws IOException {
    new TrainedResNet(base).trained(Statistics.RUNNING);
    project.sweep(
        "a.yaml",
        "{extends: preset/grid-naive-sgd-cub, parameters: {model.width: [2], model.weights: ["
            + TrainedResNet.FILE
            + "]}}");
    SweepPlan plan = project.plan();
    assertThat(plan.problems()).isEmpty();
    assertThat(plan.hints()).isEmpty();
    PlannedSweep sweep = plan.sweeps().get(0);
    assertThat(sweep.parameters())
        .containsExactly("training.optimizer.learningRate", "model.width", "model.weights");
    assertThat(sweep.points())
        .hasSizeGreaterThan(1)
        .extracting(point -> point.overrides().at("/model").toString())
        .containsOnly("{\"name\":\"resnet-18\",\"width\":2,\"weights\":\"resnet18.safetensors\"}");
  }

  @Test
  void tellsItsOverridesAndTheFilesItRestsOn() throws IOException {
    project.experiment("short.yaml", "{extends: naive, training: {epochs: 1}}");
    project.sweep("_few.yaml", "{overrides: {benchmark: {tasks: 3}}}");
    PlannedSweep sweep =
        planned("{extends: _few, experiment: short, parameters: {training.batchSize: [5, 10]}}");
    assertThat(sweep.overrides()).hasToString("{\"benchmark\":{\"tasks\":3}}");
    assertThat(sweep.files())
        .containsExactly(sweep.file(), "sweeps/_few.yaml", "short.yaml", "naive.yaml");
  }

  @Test
  void largeAndSmallNumbersAreShortInNames() throws IOException {
    PlannedSweep sweep =
        planned(
            "{experiment: naive, parameters: {training.optimizer.learningRate: [0.00001, 0.0000001,"
                + " 1e30]}}");
    assertThat(sweep.points())
        .extracting(point -> point.experiment().name().replaceFirst("-[0-9a-f]{8}$", ""))
        .containsExactly(
            "sweep/learningRate=0.00001", "sweep/learningRate=1e-7", "sweep/learningRate=1e+30");
  }

  @Test
  void namesOfPointsAreNamesOfFolders() throws IOException {
    PlannedSweep sweep =
        planned(
            """
            experiment: naive
            parameters:
              training.optimizer: [{name: sgd, learningRate: 0.1}, {name: sgd, learningRate: 0.2}]
              model.hidden: [[10, 10], [30]]
            """);
    assertThat(sweep.points())
        .extracting(point -> point.experiment().name().replaceFirst("[0-9a-f]{8}$", ""))
        .containsExactly(
            "sweep/optimizer=sgd_hidden=-10-10-",
            "sweep/optimizer=sgd_hidden=-30-",
            "sweep/optimizer=sgd_hidden=-10-10-",
            "sweep/optimizer=sgd_hidden=-30-");
    assertThat(sweep.points())
        .extracting(point -> point.experiment().name())
        .doesNotHaveDuplicates();
  }

  @Test
  void drawsFromRangesAndListsAndMorePointsKeepTheFirst() throws IOException {
    String text =
        """
        experiment: naive
        random: {points: %d, seed: 3}
        parameters:
          training.optimizer.learningRate: {from: 1e-4, to: 1e-1, scale: log}
          training.batchSize: {from: 5, to: 50, integer: true}
          model.activation: [relu, tanh]
        """;
    List<PlannedPoint> few = planned(text.formatted(5)).points();
    List<PlannedPoint> many = planned(text.formatted(40)).points();
    assertThat(many.subList(0, 5)).extracting(PlannedPoint::values).isEqualTo(values(few));
    assertThat(many)
        .extracting(point -> point.values().get("training.optimizer.learningRate").asDouble())
        .allSatisfy(rate -> assertThat(rate).isBetween(1e-4, 1e-1))
        .anySatisfy(rate -> assertThat(rate).isLessThan(1e-3))
        .anySatisfy(rate -> assertThat(rate).isGreaterThan(1e-2));
    assertThat(many)
        .extracting(p -> p.values().get("training.batchSize").isIntegralNumber())
        .containsOnly(true);
    assertThat(many)
        .extracting(p -> p.values().get("model.activation").asText())
        .contains("relu", "tanh");
  }

  private static List<?> values(List<PlannedPoint> points) {
    return points.stream().map(PlannedPoint::values).toList();
  }

  @Test
  void theFingerprintOfAPointDiffersFromThatOfTheSameTrainingByWhatItIsEvaluatedOn()
      throws IOException {
    Fingerprint point =
        planned("{experiment: naive, parameters: {training.batchSize: [10]}}")
            .points()
            .get(0)
            .experiment()
            .fingerprint();
    Fingerprint other =
        planned("{experiment: naive, parameters: {training.batchSize: [20]}}")
            .points()
            .get(0)
            .experiment()
            .fingerprint();
    assertThat(other.changesSince(point)).containsExactly("training.batchSize: 10 -> 20");
  }

  @Test
  void aSweepExtendsAnotherFile() throws IOException {
    project.sweep("_rates.yaml", "{experiment: naive, parameters: {" + RATES + "}}");
    PlannedSweep sweep =
        planned("{extends: _rates, metric: forgetting, parameters: {training.batchSize: [5]}}");
    assertThat(sweep.metric()).isEqualTo("forgetting.max");
    assertThat(sweep.parameters())
        .containsExactly("training.optimizer.learningRate", "training.batchSize");
  }

  private PlannedSweep planned(String text) throws IOException {
    SweepPlan plan = project.sweep("sweep.yaml", text).plan();
    assertThat(plan.problems()).isEmpty();
    return plan.sweeps().get(0);
  }

  private static String name(PlannedSweep sweep, int point) {
    return sweep.points().get(point).experiment().name();
  }
}
