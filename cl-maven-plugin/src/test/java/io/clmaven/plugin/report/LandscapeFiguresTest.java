package io.clmaven.plugin.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.plugin.check.Fixture;
import io.clmaven.runtime.experiment.result.LossLandscapeResult;
import io.clmaven.runtime.experiment.result.LossLandscapeResult.Grid;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LandscapeFiguresTest {

  private static final List<Double> STEPS = List.of(-1.0, 0.0);
  private static final List<Double> AXIS = List.of(-1.0, 1.0);

  /** Two directions, two tasks. */
  private static final LossLandscapeResult SEED_1 =
      new LossLandscapeResult(
          1,
          STEPS,
          List.of(
              grid(0, 0, List.of(1f, 0.5f), List.of(3f, 0.5f)),
              grid(1, 0, List.of(4f, 2f), Arrays.asList(null, 2f)),
              grid(1, 1, List.of(2f, 1f), List.of(2f, 1f))),
          AXIS,
          List.of(
              grid(0, 0, List.of(1f, 2f), List.of(3f, 0.25f)),
              grid(1, 0, List.of(5f, 6f), Arrays.asList(7f, null))));

  private static final LossLandscapeResult SEED_2 =
      new LossLandscapeResult(
          1,
          STEPS,
          List.of(
              grid(0, 0, List.of(2f, 0.5f), List.of(2f, 0.5f)),
              grid(1, 0, List.of(4f, 2f), List.of(4f, 2f)),
              grid(1, 1, List.of(2f, 1f), List.of(2f, 1f))),
          AXIS,
          List.of());

  private static Grid grid(int after, int on, List<Float> first, List<Float> second) {
    return new Grid(after, on, List.of(first, second));
  }

  private static Landscapes landscapes(LossLandscapeResult... results) {
    TreeMap<Long, LossLandscapeResult> bySeed = new TreeMap<>();
    for (LossLandscapeResult result : results) {
      bySeed.put(bySeed.size() + 1L, result);
    }
    return new Landscapes(bySeed);
  }

  private static List<Block> blocks(Landscapes landscapes) {
    return new LandscapeFigures(landscapes, List.of("a", "b")).build("gpm");
  }

  private static Block.Figure figure(List<Block> blocks, int index) {
    return (Block.Figure) blocks.get(index);
  }

  @Test
  void curvesOfTheFirstTaskAreMeansOverDirectionsAndSeeds() {
    Block.Figure figure = figure(blocks(landscapes(SEED_1, SEED_2)), 1);
    assertThat(figure.title()).isEqualTo("Loss of a around the weights after each task");
    assertThat(figure.description())
        .isEqualTo(
            "Training loss along random filter-normalised directions; line and band are mean and"
                + " standard deviation over 2 directions of each of 2 seeds.");
    // 1, 3, 2, 2: mean 2, squares of deviations 1 + 1, sqrt(2 / 3) = 0.8165
    assertThat(figure.chart())
        .isEqualTo(
            new Chart.Bands(
                "distance from the weights, in lengths of the direction",
                "loss",
                STEPS,
                true,
                List.of(
                    new Chart.Band("after a", List.of(2.0, 0.5), List.of(0.8165, 0.0)),
                    new Chart.Band("after b", List.of(4.0, 2.0), List.of(0.0, 0.0)))));
    assertThat(figure.tables())
        .containsExactly(
            new Block.Table(
                "Loss of a around the weights after each task",
                List.of("distance", "after a", "after b"),
                List.of(
                    List.of(
                        Cell.number("-1.0"), Cell.number("2.0 ± 0.8165"), Cell.number("4.0 ± 0.0")),
                    List.of(
                        Cell.number("0.0"), Cell.number("0.5 ± 0.0"), Cell.number("2.0 ± 0.0")))));
  }

  @Test
  void curvesAfterTheLastTaskShowEveryTask() {
    Block.Figure figure = figure(blocks(landscapes(SEED_1)), 2);
    assertThat(((Chart.Bands) figure.chart()).bands())
        .containsExactly(
            new Chart.Band("a", List.of(4.0, 2.0), List.of(0.0, 0.0)),
            new Chart.Band("b", List.of(2.0, 1.0), List.of(0.0, 0.0)));
  }

  @Test
  void surfacesAfterTheFirstAndTheLastTaskHaveTheSameColours() {
    List<Block> blocks = blocks(landscapes(SEED_1, SEED_2));
    assertThat(figure(blocks, 3).title()).isEqualTo("Loss of a over two directions after a");
    assertThat(figure(blocks, 3).chart())
        .isEqualTo(
            new Chart.Surface(AXIS, List.of(List.of(1.0, 2.0), List.of(3.0, 0.25)), 0.25, 7));
    assertThat(figure(blocks, 4).chart())
        .isEqualTo(
            new Chart.Surface(AXIS, List.of(List.of(5.0, 6.0), Arrays.asList(7.0, null)), 0.25, 7));
    assertThat(figure(blocks, 4).tables().get(0).rows().get(1))
        .containsExactly(Cell.number("1.0"), Cell.number("7.0"), Cell.number("–"));
  }

  @Test
  void withoutSurfacesThereAreCurvesOnly() {
    assertThat(blocks(landscapes(SEED_2))).hasSize(3);
    assertThat(blocks(Landscapes.NONE)).isEmpty();
  }

  @Test
  void seedsMeasuredAtOtherPointsAreLeftOut() {
    LossLandscapeResult other =
        new LossLandscapeResult(1, List.of(0.0), SEED_1.curves(), AXIS, List.of());
    assertThat(landscapes(SEED_1, other).bySeed()).containsOnlyKeys(1L);
  }

  @Test
  void experimentsOfOneBenchmarkAreCompared() {
    List<Block.Figure> figures =
        new LandscapeComparison(
                List.of(
                    trained("a", landscapes(SEED_1)),
                    trained("b", landscapes(SEED_2)),
                    trained("c", Landscapes.NONE)))
            .build();
    assertThat(figures)
        .singleElement()
        .satisfies(
            figure -> {
              assertThat(figure.title()).isEqualTo("Loss landscape on split-mnist, 2 tasks");
              assertThat(((Chart.Bands) figure.chart()).bands())
                  .containsExactly(
                      new Chart.Band("a", List.of(4.0, 2.0), List.of(0.0, 0.0)),
                      new Chart.Band("b", List.of(4.0, 2.0), List.of(0.0, 0.0)));
            });
  }

  private static ReportedExperiment trained(String name, Landscapes landscapes) {
    Fixture fixture =
        Fixture.experiment(name)
            .trial(Fixture.trial(name, 1, List.of("0 and 1", "2 and 3"), Map.of()));
    return new ReportedExperiment(
        name, "", "", "", fixture.results(), landscapes, Optional.empty(), List.of());
  }
}
