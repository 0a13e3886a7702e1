package io.clmaven.plugin.report;

import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.plugin.check.Fixture;
import io.clmaven.runtime.diagnostic.Diagnostics;
import io.clmaven.runtime.diagnostic.HeatMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeatMapFiguresTest {

  private static final List<String> TASKS = List.of("0 and 1", "2 and 3");
  private static final List<String> TURNED = List.of("2 and 3", "0 and 1");

  private final Fixture fixture = Fixture.experiment("gpm");

  private void seed(long seed, List<String> tasks, HeatMap map) {
    fixture.trial(Fixture.trial(seed, tasks, new Diagnostics(List.of(), List.of(map))));
  }

  private static HeatMap ranks(String layer, List<String> tasks, Double... values) {
    return map("%", layer, tasks, values);
  }

  private static HeatMap map(String unit, String layer, List<String> columns, Double... values) {
    return new HeatMap(
        "gpm.rank",
        "Rank of the bases",
        "Directions.",
        unit,
        List.of(layer),
        columns,
        List.of(List.of(values)));
  }

  private Block.Figure figure() {
    return (Block.Figure) new HeatMapFigures(new Trials(fixture.results())).build("x").get(0);
  }

  @Test
  void showsNothingWhereThereIsNoMap() {
    fixture.measured("accuracy", 0.5);
    assertThat(new HeatMapFigures(new Trials(fixture.results())).build("x")).isEmpty();
  }

  @Test
  void showsTheMeanOverTheSeedsThatHaveAValue() {
    seed(1, TASKS, ranks("lin1", TASKS, 10.0, Double.NaN));
    seed(2, TASKS, ranks("lin1", TASKS, 20.0, 50.0));
    assertThat(figure())
        .isEqualTo(
            new Block.Figure(
                "x-gpm.rank",
                "Rank of the bases",
                "Directions. Mean over the seeds.",
                Block.Figure.Width.HALF,
                new Chart.Grid(List.of("lin1"), TASKS, List.of(List.of(15.0, 50.0)), "%", 0, 100),
                List.of(
                    table("Mean over 2 seeds", TASKS, "15 %", "50 %"),
                    table("Seed 1", TASKS, "10 %", "–"),
                    table("Seed 2", TASKS, "20 %", "50 %"))));
  }

  @Test
  void numbersTheTasksWhereTheirOrderDependsOnTheSeed() {
    seed(1, TASKS, ranks("lin1", TASKS, 10.0, 20.0));
    seed(2, TURNED, ranks("lin1", TURNED, 30.0, 40.0));
    assertThat(((Chart.Grid) figure().chart()).columns()).containsExactly("task 1", "task 2");
    assertThat(((Chart.Grid) figure().chart()).values()).containsExactly(List.of(20.0, 30.0));
  }

  @Test
  void showsTheFirstSeedWhereLayersDiffer() {
    seed(1, TASKS, ranks("lin1", TASKS, 10.0, Double.NaN));
    seed(2, TASKS, ranks("conv1", TASKS, 30.0, 40.0));
    assertThat(figure().description()).isEqualTo("Directions. Seed 1.");
    assertThat(((Chart.Grid) figure().chart()).values()).containsExactly(asList(10.0, null));
    assertThat(figure().tables()).containsExactly(table("Seed 1", TASKS, "10 %", "–"));
  }

  @Test
  void coloursOfPlainNumbersReachFromTheSmallestToTheLargest() {
    seed(1, TASKS, map("", "lin1", TASKS, -0.5, 0.12342));
    assertThat(figure().description()).isEqualTo("Directions.");
    assertThat(figure().chart())
        .isEqualTo(
            new Chart.Grid(
                List.of("lin1"), TASKS, List.of(List.of(-0.5, 0.1234)), "", -0.5, 0.1234));
  }

  @Test
  void aMapWithoutAnyNumberCanBeShown() {
    seed(1, TASKS, map("", "lin1", TASKS, Double.NaN, Double.NaN));
    assertThat(figure().chart())
        .isEqualTo(new Chart.Grid(List.of("lin1"), TASKS, List.of(asList(null, null)), "", 0, 1));
  }

  private static Block.Table table(String caption, List<String> tasks, String a, String b) {
    return new Block.Table(
        caption,
        List.of("", tasks.get(0), tasks.get(1)),
        List.of(List.of(Cell.text("lin1"), Cell.number(a), Cell.number(b))));
  }
}
