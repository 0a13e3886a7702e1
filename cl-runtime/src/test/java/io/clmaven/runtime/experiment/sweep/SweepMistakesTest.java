package io.clmaven.runtime.experiment.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.experiment.plan.PlannedSweep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SweepMistakesTest {

  private static final String SIZES = ", parameters: {training.batchSize: [1, 2]}";

  @TempDir Path base;

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake(
            "{experiment: naive" + SIZES + ", seedz: [1]}",
            "1:63: Unknown setting 'seedz' in the sweep. Did you mean 'seeds'?"),
        mistake(
            "{" + SIZES.substring(2) + "}",
            "1:1: 'experiment' is missing in the sweep. It takes a text: the experiment that is"
                + " searched: 'preset/<name>' or a file of the project."),
        mistake(
            "{experiment: naiv" + SIZES + "}",
            "1:14: Cannot search 'naiv': there is no such file in the experiment directory. Did you"
                + " mean 'naive.yaml'?"),
        mistake(
            "{experiment: preset/gpm-pmnits" + SIZES + "}",
            "1:14: Cannot search 'preset/gpm-pmnits': there is no such preset. Did you mean"
                + " 'preset/gpm-pmnist'?"),
        mistake(
            "{experiment: naive}",
            "1:1: 'parameters' is missing in the sweep. Name the settings to search, one in a line,"
                + " as in 'training.optimizer.learningRate: [0.1, 0.01]'."),
        mistake(
            "{experiment: naive, parameter: {training.batchSize: [1]}}",
            "1:21: Unknown setting 'parameter' in the sweep. Did you mean 'parameters'?"),
        mistake(
            "{experiment: naive, parameters: [training.batchSize]}",
            "1:33: 'parameters' takes lines like 'training.optimizer.learningRate: [0.1, 0.01]',"
                + " but something else was given."),
        mistake(
            "{experiment: naive, overrides: small" + SIZES + "}",
            "1:32: 'overrides' takes settings of an experiment, as in 'benchmark: {validation:"
                + " 0.1}', but something else was given."),
        mistake(
            "{experiment: naive, overrides: {training: {epoch: 2}}" + SIZES + "}",
            "1:44: Unknown setting 'epoch' in 'training'. Did you mean 'epochs'?"),
        parameter(
            "training.batchsize: [1]",
            "1:34: Unknown setting 'batchsize' in 'training'. Did you mean 'batchSize'?"),
        parameter(
            "training.learningRate: [1]",
            "1:34: Unknown setting 'learningRate' in 'training': it belongs to 'optimizer'. Move it"
                + " there."),
        parameter(
            "training.optimizer.learningRate: [0.1, -1]",
            "1:73: 'learningRate' must be greater than 0, but is -1."),
        parameter(
            "'a b': [1]",
            "1:34: 'a b' is no path of a setting. Write names with dots, as in"
                + " 'training.batchSize', and positions in lists as in 'method[1].lambda'."),
        parameter(
            "training.epochs.x: [1]",
            "1:34: Cannot set 'training.epochs.x': 'training.epochs' has no settings of its own."
                + " Correct the path."),
        parameter(
            "'method[2].samples': [1]",
            "1:34: Cannot set 'method[2].samples': 'method' has 1 element, counted from [0]."
                + " Correct the position."),
        parameter(
            "seeds: [1]", "1:34: A sweep has 'seeds' of its own. Set them beside 'parameters'."),
        parameter(
            "evaluated: [test]",
            "1:34: A sweep is evaluated on validation examples only. Remove 'evaluated'."),
        parameter(
            "description: [a]",
            "1:34: 'description' changes no result, so that a sweep has no use for it. Remove it."),
        parameter(
            "training.batchSize: []",
            "1:54: 'training.batchSize' has an empty list. Give it at least one value."),
        parameter(
            "training.batchSize: [1, 2, 1.0]",
            "1:61: 'training.batchSize' has the value 1 twice. Remove one."),
        parameter(
            "training.batchSize: 10",
            "1:54: 'training.batchSize' takes a list of values, as in [0.1, 0.01], or a range, as in"
                + " {from: 0.001, to: 0.1, scale: log}."),
        parameter(
            "training.optimizer.learningRate: {from: 0.1, to: 1}",
            "1:67: 'training.optimizer.learningRate' has a range, but a grid needs values. List"
                + " them, or draw points with 'random: {points: 20}'."),
        drawn(
            "{from: 1, to: 0.1}",
            "1:88: The range of 'training.optimizer.learningRate' is empty: 'from' is 1.0 and 'to'"
                + " is 0.1. Make 'to' the larger one."),
        drawn(
            "{from: 0, to: 0.1, scale: log}",
            "1:88: The range of 'training.optimizer.learningRate' begins at 0.0, but only numbers"
                + " above 0 have a logarithm. Begin above 0, or set 'scale: linear'."),
        drawn(
            "{from: 1, to: 2.5, integer: true}",
            "1:88: The range of 'training.optimizer.learningRate' has whole numbers only, but is"
                + " from 1.0 to 2.5. Make both ends whole, or remove 'integer: true'."),
        drawn(
            "{from: 0.1, to: 1, step: 2}",
            "1:107: Unknown setting 'step' in the range of 'training.optimizer.learningRate'. Known"
                + " settings: from, integer, scale, to."),
        mistake(
            "{experiment: naive, metric: acuracy" + SIZES + "}",
            "1:29: Unknown metric 'acuracy'. Did you mean 'accuracy'?"),
        mistake(
            "{experiment: naive, metric: fwt.first" + SIZES + "}",
            "1:21: Cannot compare points by 'fwt.first': it needs accuracies on tasks that"
                + " are not learnt yet. Add 'training: {evaluate: all}' to 'overrides', or choose"
                + " another metric."),
        mistake(
            "{experiment: naive, metric: fwt, overrides: {training: {evaluate: learnt}}"
                + SIZES
                + "}",
            "1:21: Cannot compare points by 'fwt': it needs accuracies on tasks that are not learnt"
                + " yet. Add 'training: {evaluate: next}' to 'overrides', or choose another metric."),
        mistake(
            "{experiment: naive, overrides: {benchmark: {tasks: 1}}, metric: bwt" + SIZES + "}",
            "1:57: Cannot compare points by 'bwt': it is undefined with 1 task. Choose another"
                + " metric."),
        mistake(
            "{experiment: naive, overrides: {benchmark: {validation: 0}}" + SIZES + "}",
            "1:14: Cannot search 'naive': its benchmark holds out no validation examples, and a"
                + " sweep never sees the test set. Add 'overrides: {benchmark: {validation: 0.1}}' to"
                + " the sweep."),
        mistake(
            "{experiment: naive, seeds: []" + SIZES + "}",
            "1:28: 'seeds' has an empty list. Give at least one seed."),
        mistake(
            "{experiment: naive, seeds: [1, 2, 1]" + SIZES + "}",
            "1:35: Seed 1 is given twice: equal seeds give equal results. Remove one."),
        mistake(
            "{experiment: naive, halving: {seeds: 4}" + SIZES + "}",
            "1:21: The first rung has 4 seeds, but the sweep has 3. Add seeds or lower 'seeds' of"
                + " 'halving'."),
        mistake(
            "{extends: other" + SIZES + "}",
            "1:11: Cannot extend 'other': there is no such file in the sweep directory. Known:"
                + " sweep.yaml."));
  }

  private static Arguments mistake(String text, String message) {
    return Arguments.of(text, message);
  }

  private static Arguments parameter(String line, String message) {
    return Arguments.of("{experiment: naive, parameters: {%s}}".formatted(line), message);
  }

  private static Arguments drawn(String range, String message) {
    return Arguments.of(
        "{experiment: naive, random: {points: 3}, parameters: {training.optimizer.learningRate: %s}}"
            .formatted(range),
        message);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsToldWithItsPlace(String text, String message) throws IOException {
    assertThat(SweepProject.in(base).sweep("sweep.yaml", text).problems())
        .containsExactly("sweeps/sweep.yaml:" + message);
  }

  @Test
  void tellsTheProblemsOfAllFilesAtOnce() throws IOException {
    assertThat(
            SweepProject.in(base)
                .sweep("a.yaml", "{experiment: naive, metric: x, parameters: {training.x: []}}")
                .sweep("b.yaml", "{experiment: naive, parameters: {training.epoch: [1, 2]}}")
                .problems())
        .hasSize(3);
  }

  @Test
  void tellsAllKindsOfMistakesInParametersAtOnce() throws IOException {
    assertThat(
            SweepProject.in(base)
                .sweep(
                    "a.yaml",
                    """
                    experiment: naive
                    parameters:
                      training.batchSize: 10
                      training.epoch: [1, 2]
                      training.epochs.x: [1]
                      training.epochs: [1, 2, 1, 2]
                      training.optimizer.learningRate: [0.1, -1]
                      'a b': [1]
                    """)
                .problems())
        .containsExactly(
            "sweeps/a.yaml:3:23: 'training.batchSize' takes a list of values, as in [0.1, 0.01], or"
                + " a range, as in {from: 0.001, to: 0.1, scale: log}.",
            "sweeps/a.yaml:4:3: Unknown setting 'epoch' in 'training'. Did you mean 'epochs'?",
            "sweeps/a.yaml:5:3: Cannot set 'training.epochs.x': 'training.epochs' has no settings"
                + " of its own. Correct the path.",
            "sweeps/a.yaml:6:27: 'training.epochs' has the value 1 twice. Remove one.",
            "sweeps/a.yaml:6:30: 'training.epochs' has the value 2 twice. Remove one.",
            "sweeps/a.yaml:7:42: 'learningRate' must be greater than 0, but is -1.",
            "sweeps/a.yaml:8:3: 'a b' is no path of a setting. Write names with dots, as in"
                + " 'training.batchSize', and positions in lists as in 'method[1].lambda'.");
  }

  @Test
  void doesNotMissSettingsOfAComponentThatIsWrittenWrongly() throws IOException {
    assertThat(
            SweepProject.in(base)
                .sweep(
                    "a.yaml",
                    """
                    experiment: naive
                    parameters:
                      training.optimizer.name: adam
                      training.optimizer.beta1: [0.8, 0.9]
                    """)
                .problems())
        .containsExactly(
            "sweeps/a.yaml:3:28: 'training.optimizer.name' takes a list of values, as in [0.1,"
                + " 0.01], or a range, as in {from: 0.001, to: 0.1, scale: log}.");
  }

  @Test
  void tellsNothingOfSweepsThatAreNotWanted() throws IOException {
    SweepProject project =
        SweepProject.in(base)
            .sweep("good.yaml", "{experiment: naive" + SIZES + "}")
            .sweep("bad.yaml", "{experiment: broken, parameters: {training.x: []}}");
    project.experiment("broken.yaml", "{modl: mlp}");
    assertThat(project.plan("good").problems()).isEmpty();
    assertThat(project.plan("good").sweeps())
        .extracting(PlannedSweep::name)
        .containsExactly("good");
    assertThat(project.plan("bad").problems()).isNotEmpty();
  }

  @Test
  void valuesThatDoNotFitTheRestAreToldWithThePoint() throws IOException {
    assertThat(
            SweepProject.in(base)
                .sweep("a.yaml", "{experiment: naive, parameters: {model: [mlp, resnet-18]}}")
                .problems())
        .singleElement()
        .asString()
        .startsWith("sweeps/a.yaml:1:")
        .contains("Model 'resnet-18' does not fit");
  }

  @Test
  void aGridThatIsTooLargeIsRefused() throws IOException {
    String values = IntStream.rangeClosed(1, 101).boxed().toList().toString();
    assertThat(
            SweepProject.in(base)
                .sweep(
                    "a.yaml",
                    "{experiment: naive, parameters: {training.batchSize: %s, training.epochs: %s}}"
                        .formatted(values, values))
                .problems())
        .containsExactly(
            "sweeps/a.yaml:1:21: The grid has more than 10000 points, namely 10201. Remove values,"
                + " or draw some of them with 'random: {points: 100}'.");
  }

  @Test
  void aBrokenExperimentIsToldInItsOwnFile() throws IOException {
    SweepProject project = SweepProject.in(base).sweep("a.yaml", "{experiment: bad" + SIZES + "}");
    project.experiment("bad.yaml", "{extends: naive, modl: mlp}");
    assertThat(project.problems())
        .containsExactly(
            "bad.yaml:1:18: Unknown setting 'modl' in the experiment. Did you mean 'model'?");
  }

  @Test
  void saysThatThereIsNoSweep() throws IOException {
    SweepProject project = SweepProject.in(base);
    assertThat(project.problems())
        .containsExactly(
            "src/main/cl/sweeps:1:1: There is no sweep in this folder. Add a file '<name>.yaml'"
                + " with 'experiment' and 'parameters'.");
    Files.delete(project.experiments().resolve("sweeps"));
    assertThat(project.problems())
        .containsExactly(
            "src/main/cl/sweeps:1:1: There is no folder of sweeps. Create it with one YAML file per"
                + " sweep.");
  }

  @Test
  void refusesNamesThatCannotNameFolders() throws IOException {
    assertThat(
            SweepProject.in(base)
                .sweep("my sweep.yaml", "{experiment: naive" + SIZES + "}")
                .problems())
        .containsExactly(
            "sweeps/my sweep.yaml:1:1: 'my sweep' cannot be the name of a sweep: it names folders of"
                + " results. Use letters, digits, '.', '_' and '-' only.");
  }
}
