package io.clmaven.plugin.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clmaven.plugin.check.Fixture;
import io.clmaven.runtime.experiment.result.TrialResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ComparisonFiguresTest {

  private static final Map<String, String> MNIST =
      Map.of(
          "benchmark.name", "split",
          "benchmark.dataSet", "mnist",
          "benchmark.trainingSamples", "50");
  private static final Map<String, String> FASHION =
      Map.of(
          "benchmark.name", "split",
          "benchmark.dataSet", "fashion-mnist",
          "benchmark.trainingSamples", "50");
  private static final Map<String, String> FOLDER =
      Map.of("benchmark.name", "split", "benchmark.dataSet.name", "image-folder");

  @Test
  void experimentsOnOneStreamShareAChart() {
    assertThat(build(on(MNIST, "a"), on(MNIST, "b", "c")))
        .singleElement()
        .satisfies(
            figure -> {
              assertThat(figure.title()).isEqualTo("Average accuracy on split, 2 tasks");
              assertThat(figure.description())
                  .isEqualTo(
                      "Mean test accuracy in percent on the tasks learnt so far, mean over the"
                          + " seeds.");
              assertThat(((Chart.Lines) figure.chart()).lines())
                  .extracting(Chart.Line::name)
                  .containsExactly("a", "b", "c");
            });
  }

  @Test
  void otherMethodsAndNetworksShareAChart() {
    Map<String, String> other =
        Map.of("benchmark.name", "split", "model.name", "mlp", "method[0].name", "ewc");
    assertThat(build(on(Map.of("benchmark.name", "split"), "a"), on(other, "b"))).hasSize(1);
  }

  @Test
  void otherDataSetsHaveAChartOfTheirOwnThatNamesThem() {
    assertThat(build(on(MNIST, "a", "b"), on(FASHION, "c", "d")))
        .extracting(Block.Figure::title, ComparisonFiguresTest::header)
        .containsExactly(
            tuple(
                "Average accuracy on split, 2 tasks, dataSet: mnist",
                List.of("tasks learnt", "a", "b")),
            tuple(
                "Average accuracy on split, 2 tasks, dataSet: fashion-mnist",
                List.of("tasks learnt", "c", "d")));
  }

  @Test
  void titleTellsTheStreamFromOneWithoutAChart() {
    assertThat(build(on(MNIST, "a", "b"), on(FASHION, "alone")))
        .extracting(Block.Figure::title)
        .containsExactly("Average accuracy on split, 2 tasks, dataSet: mnist");
  }

  @Test
  void settingThatOneStreamLacksIsNotSet() {
    assertThat(build(on(FOLDER, "a", "b"), on(MNIST, "c", "d")))
        .extracting(Block.Figure::title)
        .containsExactly(
            "Average accuracy on split, 2 tasks, dataSet: image-folder, trainingSamples: not set",
            "Average accuracy on split, 2 tasks, dataSet: mnist, trainingSamples: 50");
  }

  @Test
  void otherNumbersOfTasksHaveOtherTitlesAlready() {
    ReportedExperiment single = experiment("single", List.of("only"), MNIST);
    assertThat(build(on(MNIST, "a", "b"), Stream.of(single)))
        .extracting(Block.Figure::title, ComparisonFiguresTest::header)
        .containsExactly(
            tuple("Average accuracy on split, 2 tasks", List.of("tasks learnt", "a", "b")));
  }

  @Test
  void resultsOnValidationExamplesAreKeptApart() {
    Stream<ReportedExperiment> validation =
        on(MNIST, "b", "d").map(ComparisonFiguresTest::onValidation);
    assertThat(build(on(MNIST, "a", "c"), validation))
        .extracting(Block.Figure::title, Block.Figure::description, ComparisonFiguresTest::header)
        .containsExactly(
            tuple(
                "Average accuracy on split, 2 tasks",
                "Mean test accuracy in percent on the tasks learnt so far, mean over the seeds.",
                List.of("tasks learnt", "a", "c")),
            tuple(
                "Average validation accuracy on split, 2 tasks",
                "Mean validation accuracy in percent on the tasks learnt so far, mean over the"
                    + " seeds.",
                List.of("tasks learnt", "b", "d")));
  }

  private static List<Block.Figure> build(
      Stream<ReportedExperiment> some, Stream<ReportedExperiment> others) {
    return new ComparisonFigures(Stream.concat(some, others).toList()).build();
  }

  private static List<String> header(Block.Figure figure) {
    return figure.tables().get(0).header();
  }

  private static Stream<ReportedExperiment> on(Map<String, String> benchmark, String... names) {
    return Stream.of(names).map(name -> experiment(name, List.of("0 and 1", "2 and 3"), benchmark));
  }

  private static ReportedExperiment onValidation(ReportedExperiment experiment) {
    ObjectNode configuration = (ObjectNode) experiment.results().trials().get(0).configuration();
    configuration.put("evaluated", "validation");
    return experiment;
  }

  private static ReportedExperiment experiment(
      String name, List<String> tasks, Map<String, String> parts) {
    TrialResult trial = Fixture.trial(name, 1, tasks, Map.of("accuracy", 0.9), parts);
    return new ReportedExperiment(
        name,
        "",
        "",
        "",
        Fixture.experiment(name).trial(trial).results(),
        Landscapes.NONE,
        Optional.empty(),
        List.of());
  }
}
