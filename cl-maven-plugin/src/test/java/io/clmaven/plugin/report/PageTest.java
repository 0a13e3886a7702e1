package io.clmaven.plugin.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clmaven.plugin.check.Fixture;
import io.clmaven.plugin.check.Verdict;
import io.clmaven.plugin.check.Verdict.Outcome;
import io.clmaven.plugin.report.Page.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageTest {

  private final Fixture gpm =
      Fixture.experiment("gpm")
          .trial(1, Map.of("accuracy", 0.9, "bwt", -0.02))
          .trial(2, Map.of("accuracy", 0.92, "bwt", -0.04))
          .baseline("accuracy", 0.91, 0.91);

  private Page page(List<Verdict> verdicts) {
    ReportedExperiment experiment =
        new ReportedExperiment(
            "gpm",
            "split-mnist, gpm",
            "",
            "mvn cl:train -Dcl.experiments=gpm -Dcl.force",
            gpm.results(),
            Landscapes.NONE,
            gpm.evidence().baseline(),
            verdicts);
    ReportedExperiment untrained =
        new ReportedExperiment(
            "ewc",
            "",
            "Elastic weights",
            "",
            Fixture.experiment("ewc").results(),
            Landscapes.NONE,
            Optional.empty(),
            List.of());
    return new Report("Forgetting", "All", List.of(experiment, untrained), List.of()).page();
  }

  private Block block(int index) {
    return page(List.of()).sections().get(2).blocks().get(index);
  }

  @Test
  void overviewComparesExperimentsInTheOrderOfTheirNames() {
    Verdict broken = new Verdict("gpm", "accuracy.minimum", Outcome.BROKEN, "too low");
    Page.Section overview = page(List.of(broken)).sections().get(0);
    assertThat(overview.blocks())
        .containsExactly(
            new Block.Table(
                "Experiments",
                List.of(
                    "experiment",
                    "gate",
                    "measured on",
                    "accuracy",
                    "bwt",
                    "forgetting.max",
                    "time per seed",
                    "seeds"),
                List.of(
                    List.of(
                        Cell.link("ewc"),
                        Cell.text("no rules"),
                        Cell.text("–"),
                        Cell.text("not trained"),
                        Cell.text("–"),
                        Cell.text("–"),
                        Cell.text("–"),
                        Cell.text("–")),
                    List.of(
                        Cell.link("gpm"),
                        Cell.status("failed", Status.FAILED),
                        Cell.text("test examples"),
                        // sample standard deviations: 0.02 / sqrt(2)
                        Cell.number("91.00 ± 1.41 %"),
                        Cell.number("-3.00 ± 1.41 %"),
                        Cell.number("–"),
                        Cell.number("7.50 s"),
                        Cell.text("1, 2")))),
            new Block.Paragraph(
                "± is the standard deviation over the seeds. The metrics are explained at the end"
                    + " of the page."));
  }

  @Test
  void tilesShowTheMostImportantNumbers() {
    assertThat(block(0))
        .isEqualTo(
            new Block.Tiles(
                List.of(
                    new Block.Tile("accuracy", "91.00 %", "± 1.41 % over 2 seeds"),
                    new Block.Tile("bwt", "-3.00 %", "± 1.41 % over 2 seeds"),
                    new Block.Tile("time per seed", "7.50 s", "400 training samples per second"))));
  }

  @Test
  void heatMapHoldsTheMeanOverTheSeeds() {
    Block.Figure matrix = (Block.Figure) block(1);
    // rows of the seeds: [0.99], [0.91, 0.98] and [0.99], [0.92, 0.98]
    assertThat(matrix.chart())
        .isEqualTo(
            new Chart.HeatMap(
                List.of("0 and 1", "2 and 3"),
                List.of(java.util.Arrays.asList(99.0, null), List.of(91.5, 98.0)),
                List.of(java.util.Arrays.asList(0.0, null), List.of(0.71, 0.0)),
                90,
                100));
    assertThat(matrix.tables())
        .extracting(Block.Table::caption)
        .containsExactly("Mean and standard deviation over 2 seeds", "Seed 1", "Seed 2");
    assertThat(matrix.tables().get(0).rows())
        .containsExactly(
            List.of(Cell.text("0 and 1"), Cell.number("99.00 ± 0.00 %"), Cell.number("–")),
            List.of(
                Cell.text("2 and 3"),
                Cell.number("91.50 ± 0.71 %"),
                Cell.number("98.00 ± 0.00 %")));
  }

  @Test
  void tasksAreNumberedWhereTheirOrderDependsOnTheSeed() {
    gpm.trial(Fixture.trial("gpm", 3, List.of("2 and 3", "0 and 1"), Map.of("accuracy", 0.9)));
    Block.Figure matrix = (Block.Figure) block(1);
    assertThat(((Chart.HeatMap) matrix.chart()).tasks()).containsExactly("task 1", "task 2");
    assertThat(matrix.tables())
        .extracting(Block.Table::header)
        .containsExactly(
            List.of("after", "task 1", "task 2"),
            List.of("after", "0 and 1", "2 and 3"),
            List.of("after", "0 and 1", "2 and 3"),
            List.of("after", "2 and 3", "0 and 1"));
  }

  @Test
  void averageAccuracyHasTheMeanAndEverySeed() {
    Block.Figure average = (Block.Figure) block(2);
    // after the second task: (0.91 + 0.98) / 2 and (0.92 + 0.98) / 2
    assertThat(average.chart())
        .isEqualTo(
            new Chart.Lines(
                List.of("0 and 1", "2 and 3"),
                false,
                List.of(
                    new Chart.Line("tasks so far", "", List.of(99.0, 94.75)),
                    new Chart.Line("tasks so far", "1", List.of(99.0, 94.5)),
                    new Chart.Line("tasks so far", "2", List.of(99.0, 95.0)))));
  }

  @Test
  void curvesOfTasksBeginWhereTheTaskIsLearnt() {
    Block.Figure tasks = (Block.Figure) block(3);
    assertThat(((Chart.Lines) tasks.chart()).lines())
        .containsExactly(
            new Chart.Line("0 and 1", "", List.of(99.0, 91.5)),
            new Chart.Line("0 and 1", "1", List.of(99.0, 91.0)),
            new Chart.Line("0 and 1", "2", List.of(99.0, 92.0)),
            new Chart.Line("2 and 3", "", java.util.Arrays.asList(null, 98.0)),
            new Chart.Line("2 and 3", "1", java.util.Arrays.asList(null, 98.0)),
            new Chart.Line("2 and 3", "2", java.util.Arrays.asList(null, 98.0)));
  }

  @Test
  void comparisonWithTheBaselineSaysWhatIsBetter() {
    assertThat(page(List.of()).sections().get(2).blocks())
        .contains(
            new Block.Table(
                "Comparison with the baseline",
                List.of("metric", "baseline", "now", "difference in points", "tendency"),
                List.of(
                    List.of(
                        Cell.code("accuracy"),
                        Cell.number("91.00 ± 0.00 %"),
                        Cell.number("91.00 ± 1.41 %"),
                        Cell.number("0.00"),
                        Cell.text("unchanged")))));
  }

  @Test
  void verdictsAreListed() {
    Verdict met = new Verdict("gpm", "accuracy.minimum", Outcome.MET, "fine");
    Verdict skipped = new Verdict("gpm", "bwt.margin", Outcome.SKIPPED, "other data");
    Page.Section section = page(List.of(met, skipped)).sections().get(2);
    assertThat(section.status()).contains(Status.UNJUDGED);
    assertThat(section.blocks())
        .contains(
            new Block.Table(
                "Rules",
                List.of("outcome", "rule", "finding"),
                List.of(
                    List.of(
                        Cell.status("met", Status.PASSED),
                        Cell.code("accuracy.minimum"),
                        Cell.text("fine")),
                    List.of(
                        Cell.status("skipped", Status.UNJUDGED),
                        Cell.code("bwt.margin"),
                        Cell.text("other data")))));
  }

  @Test
  void provenanceTellsHowToReproduceTheNumbers() {
    assertThat(page(List.of()).sections().get(2).blocks())
        .contains(
            new Block.Code(
                "Reproduce these numbers", "mvn cl:train -Dcl.experiments=gpm -Dcl.force"))
        .contains(
            new Block.Fold(
                "Configuration",
                List.of(
                    new Block.Code("gpm.yaml", "model:\n  name: mlp\nseeds:\n  - 1\n  - 2\n"))));
  }

  @Test
  void metricsAreDefinedOnceAtTheEnd() {
    Page.Section definitions = page(List.of()).sections().get(3);
    assertThat(definitions.id()).isEqualTo("definitions");
    assertThat(((Block.Table) definitions.blocks().get(0)).rows())
        .extracting(row -> row.get(0))
        .containsExactly(Cell.code("accuracy"), Cell.code("bwt"));
  }

  @Test
  void figuresSayThatTheyAreMeasuredOnTestExamples() {
    Trials trials = new Trials(trained("a").results());
    CurveFigures curves = new CurveFigures(trials);
    assertThat(
            List.of(new MatrixFigure(trials).build("x"), curves.average("y"), curves.perTask("z")))
        .extracting(
            Block.Figure::title,
            Block.Figure::description,
            figure -> figure.tables().get(0).caption())
        .containsExactly(
            tuple(
                "Accuracy matrix",
                "Accuracy in percent on the test examples. A row is the state of the network after"
                    + " learning a task, a column is the task it is measured on; below the diagonal"
                    + " is what was kept.",
                "Seed 1"),
            tuple(
                "Average accuracy",
                "Mean test accuracy in percent on the tasks learnt so far.",
                "Average accuracy after each task"),
            tuple(
                "Accuracy of each task over time",
                "Accuracy in percent on the test examples of each task, from learning it to the"
                    + " end.",
                "Accuracy on each task"));
  }

  @Test
  void figuresSayThatTheyAreMeasuredOnValidationExamples() {
    Trials trials = new Trials(onValidation("a").results());
    CurveFigures curves = new CurveFigures(trials);
    assertThat(
            List.of(new MatrixFigure(trials).build("x"), curves.average("y"), curves.perTask("z")))
        .extracting(
            Block.Figure::title,
            Block.Figure::description,
            figure -> figure.tables().get(0).caption())
        .containsExactly(
            tuple(
                "Validation accuracy matrix",
                "Accuracy in percent on the validation examples. A row is the state of the network"
                    + " after learning a task, a column is the task it is measured on; below the"
                    + " diagonal is what was kept.",
                "Seed 1"),
            tuple(
                "Average validation accuracy",
                "Mean validation accuracy in percent on the tasks learnt so far.",
                "Average validation accuracy after each task"),
            tuple(
                "Validation accuracy of each task over time",
                "Accuracy in percent on the validation examples of each task, from learning it to"
                    + " the end.",
                "Validation accuracy on each task"));
  }

  private static ReportedExperiment onValidation(String name) {
    ReportedExperiment experiment = trained(name);
    ObjectNode configuration = (ObjectNode) experiment.results().trials().get(0).configuration();
    configuration.put("evaluated", "validation");
    return experiment;
  }

  private static ReportedExperiment trained(String name) {
    return trained(name, List.of("0 and 1", "2 and 3"));
  }

  private static ReportedExperiment trained(String name, List<String> tasks) {
    Fixture fixture =
        Fixture.experiment(name).trial(Fixture.trial(name, 1, tasks, Map.of("accuracy", 0.9)));
    return new ReportedExperiment(
        name, "", "", "", fixture.results(), Landscapes.NONE, Optional.empty(), List.of());
  }

  @Test
  void whatIsMeasuredOnValidationExamplesSaysSo() {
    ReportedExperiment searched = onValidation("searched");
    Page page = new Report("", "", List.of(searched, trained("tested")), List.of()).page();
    assertThat(((Block.Table) page.sections().get(0).blocks().get(0)).rows())
        .extracting(row -> row.get(0), row -> row.get(2))
        .containsExactly(
            tuple(Cell.link("searched"), Cell.text("validation examples")),
            tuple(Cell.link("tested"), Cell.text("test examples")));
    Block notice = new Block.Paragraph("Measured on validation examples.");
    assertThat(page.sections().get(1).blocks()).startsWith(notice);
    assertThat(page.sections().get(2).blocks()).doesNotContain(notice);
  }

  @Test
  void experimentWithoutResultsSaysSo() {
    assertThat(page(List.of()).sections().get(1).blocks())
        .containsExactly(
            new Block.Paragraph("Elastic weights"),
            new Block.Paragraph("There are no results. Run cl:train."));
  }
}
