package io.clmaven.runtime.experiment.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.benchmark.TaskStream;
import io.clmaven.runtime.engine.Engines;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.experiment.analysis.LossLandscapeParameters.Tasks;
import io.clmaven.runtime.experiment.result.LossLandscapeResult;
import io.clmaven.runtime.experiment.result.LossLandscapeResult.Grid;
import io.clmaven.runtime.experiment.trial.TinyBenchmark;
import io.clmaven.runtime.experiment.trial.TinyNormModel;
import io.clmaven.runtime.random.RandomStreams;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LossLandscapeTest {

  private static final LossLandscapeParameters SMALL = parameters(Tasks.LEARNT, 5);

  private final Network network =
      Models.compile(
          Engines.installed().choose("onednn"),
          new TinyNormModel().specify(null, List.of(1, 2, 3), 3),
          1);
  private final TaskStream tasks =
      new TinyBenchmark()
          .open(
              new TinyBenchmark.Parameters(3, 20, 0, TinyBenchmark.Heads.ONE),
              null,
              new RandomStreams(1));

  @AfterEach
  void close() {
    network.close();
  }

  private static LossLandscapeParameters parameters(Tasks tasks, int surface) {
    return new LossLandscapeParameters(
        2, new BigDecimal("-1"), BigDecimal.ONE, new BigDecimal("0.5"), 8, tasks, surface);
  }

  private LossLandscape begun(LossLandscapeParameters parameters, long seed) {
    LossLandscape landscape = new LossLandscape();
    landscape.begin(
        new AnalysisContext(
            parameters, network, tasks, new RandomStreams(seed).stream("analysis")));
    return landscape;
  }

  /** A "loss" that tells the parameters apart: their sum, weighted by the task and its samples. */
  private LossProbe probe(Task task, int[] samples) {
    return () -> {
      double sum = 0;
      for (float value : network.parameters().pull()) {
        sum += value * (task.index() + 1 + samples[0]);
      }
      return sum;
    };
  }

  private LossLandscapeResult measured(LossLandscape landscape) {
    landscape.afterTask(tasks.task(0), this::probe);
    landscape.afterTask(tasks.task(1), this::probe);
    return landscape.result();
  }

  @Test
  void pointsOfACurveAreThoseOfTheOfficialCode() {
    LossLandscapeParameters official =
        new LossLandscapeParameters(
            10, new BigDecimal("-1"), BigDecimal.ONE, new BigDecimal("0.02"), 8, Tasks.LEARNT, 3);
    assertThat(official.steps()).hasSize(100).startsWith(-1.0, -0.98).endsWith(0.96, 0.98);
    assertThat(official.steps().get(50)).isZero();
    assertThat(official.axis()).containsExactly(-1.0, 0.0, 1.0);
  }

  @Test
  void measuresEveryTaskLearntAndASurfaceOfTheFirst() {
    LossLandscapeResult result = measured(begun(SMALL, 1));
    assertThat(result.steps()).containsExactly(-1.0, -0.5, 0.0, 0.5);
    assertThat(result.axis()).containsExactly(-1.0, -0.5, 0.0, 0.5, 1.0);
    assertThat(result.curves())
        .extracting(Grid::after, Grid::on)
        .containsExactly(tuple(0, 0), tuple(1, 0), tuple(1, 1));
    assertThat(result.curves())
        .allSatisfy(curve -> assertThat(curve.losses()).hasSize(2).allMatch(r -> r.size() == 4));
    assertThat(result.surfaces())
        .extracting(Grid::after, Grid::on)
        .containsExactly(tuple(0, 0), tuple(1, 0));
    assertThat(result.surfaces())
        .allSatisfy(grid -> assertThat(grid.losses()).hasSize(5).allMatch(r -> r.size() == 5));
  }

  @Test
  void measuresTheFirstTaskOnlyWhenAsked() {
    LossLandscapeResult result = measured(begun(parameters(Tasks.FIRST, 0), 1));
    assertThat(result.curves()).extracting(Grid::on).containsExactly(0, 0);
    assertThat(result.surfaces()).isEmpty();
    assertThat(result.axis()).isEmpty();
  }

  @Test
  void theCentreIsTheLossAtTheWeights() {
    LossLandscape landscape = begun(SMALL, 1);
    landscape.afterTask(tasks.task(0), this::probe);
    int[] first = new RandomStreams(1).stream("analysis").permutation(20);
    float loss = (float) probe(tasks.task(0), first).loss();
    LossLandscapeResult result = landscape.result();
    assertThat(result.curves().get(0).losses())
        .allSatisfy(
            row -> {
              assertThat(row.get(2)).isEqualTo(loss);
              assertThat(row.get(0)).isNotEqualTo(loss);
            });
    assertThat(result.surfaces().get(0).losses().get(2).get(2)).isEqualTo(loss);
  }

  @Test
  void leavesParametersAndStatisticsAsTheyWere() {
    float[] parameters = network.parameters().pull().clone();
    float[] statistics = network.statistics().values().clone();
    measured(begun(SMALL, 1));
    assertThat(network.parameters().pull()).containsExactly(parameters);
    assertThat(network.statistics().values()).containsExactly(statistics);
  }

  @Test
  void bringsTheParametersBackWhenItIsInterrupted() {
    float[] parameters = network.parameters().pull().clone();
    LossLandscape landscape = begun(SMALL, 1);
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                landscape.afterTask(
                    tasks.task(0),
                    (task, samples) ->
                        () -> {
                          throw new IllegalStateException();
                        }));
    assertThat(network.parameters().pull()).containsExactly(parameters);
  }

  @Test
  void theSeedDecides() {
    LossLandscapeResult first = measured(begun(SMALL, 1));
    assertThat(measured(begun(SMALL, 1))).isEqualTo(first);
    assertThat(measured(begun(SMALL, 2))).isNotEqualTo(first);
  }

  @Test
  void comesBackFromItsState() {
    LossLandscape landscape = begun(SMALL, 1);
    LossLandscapeResult result = measured(landscape);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    landscape.save(new StateWriter(bytes));
    LossLandscape other = begun(SMALL, 1);
    other.load(new StateReader(new ByteArrayInputStream(bytes.toByteArray())));
    assertThat(other.result()).isEqualTo(result);
  }

  @Test
  void aLossThatIsNoNumberIsLeftOut() {
    LossLandscape landscape = begun(parameters(Tasks.FIRST, 0), 1);
    landscape.afterTask(tasks.task(0), (task, samples) -> () -> Double.NaN);
    assertThat(landscape.result().curves().get(0).losses().get(0))
        .containsOnly((Float) null)
        .hasSize(4);
  }
}
