package io.clmaven.plugin.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.plugin.report.Chart.Axis;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepSectionTest {

  private final Page.Section section =
      new SweepSection(new ReportedSweep("lab/rates", SampleSweep.RESULT)).build();

  @Test
  void saysWhatWasRunAndThatTheTestSetWasNotSeen() {
    assertThat(section.id()).isEqualTo("sweep-lab-rates");
    assertThat(section.title()).isEqualTo("Sweep lab/rates");
    assertThat(section.subtitle())
        .isEqualTo("preset/naive-pmnist, 3 points, accuracy on validation examples");
    assertThat(section.blocks().get(0))
        .isEqualTo(
            new Block.Paragraph(
                "Searched on preset/naive-pmnist, without overrides. Run: 3 points with 1 seed each, then 1 point with 2 seeds each. The test set was"
                    + " never seen. ± is the standard deviation over the seeds."));
  }

  @Test
  void everyScoredPointIsALineOverItsValuesAndItsScore() {
    assertThat(figure().chart())
        .isEqualTo(
            new Chart.Parallel(
                List.of(
                    new Axis("learningRate", "category", List.of("0.01", "0.1")),
                    new Axis("activation", "category", List.of("relu", "tanh")),
                    new Axis("accuracy (%)", "value", List.of())),
                List.of(
                    new Chart.Path("rank 1", false, List.of("0.1", "relu", 91.0)),
                    new Chart.Path("rank 2", true, List.of("0.01", "tanh", 70.0)))));
    assertThat(figure().description())
        .isEqualTo(
            "Each line is a point, the better the stronger its colour; thin lines were dropped"
                + " early. Points that diverged (1) have none.");
  }

  @Test
  void theTableHoldsEveryPoint() {
    assertThat(figure().tables())
        .containsExactly(
            new Block.Table(
                "Points, the best first",
                List.of("rank", "learningRate", "activation", "seeds", "accuracy", "outcome"),
                List.of(
                    row("1", "0.1", "relu", "2", "91.00 ± 1.41 %", "complete"),
                    row("2", "0.01", "tanh", "1", "70.00 %", "dropped in rung 1"),
                    row("3", "3", "relu", "–", "–", "diverged in rung 1"))));
  }

  @Test
  void saysWhyPointsDiverged() {
    assertThat(section.blocks().get(2))
        .isEqualTo(
            new Block.Fold(
                "Points that diverged",
                List.of(
                    new Block.Table(
                        "Points that diverged",
                        List.of("point", "what the trial said"),
                        List.of(
                            List.of(
                                Cell.code("learningRate=3.0"),
                                Cell.text("Cannot continue: the loss became NaN.")))))));
  }

  private Block.Figure figure() {
    return (Block.Figure) section.blocks().get(1);
  }

  private static List<Cell> row(
      String rank, String rate, String activation, String seeds, String score, String outcome) {
    return List.of(
        Cell.number(rank),
        Cell.number(rate),
        Cell.number(activation),
        Cell.number(seeds),
        Cell.number(score),
        Cell.text(outcome));
  }
}
