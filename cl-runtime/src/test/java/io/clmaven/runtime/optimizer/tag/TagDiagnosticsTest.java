package io.clmaven.runtime.optimizer.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clmaven.runtime.diagnostic.Diagnostics;
import io.clmaven.runtime.diagnostic.HeatMap;
import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.optimizer.Steps;
import java.util.List;
import org.junit.jupiter.api.Test;

class TagDiagnosticsTest {

  private static final String TAG = "{name: tag-rmsprop, learningRate: 1, b: 1}";
  private static final double NONE = Double.NaN;

  private static final ParameterLayout LAYOUT =
      new ParameterLayout(
          List.of(
              new Segment("layer1.0.conv1", Segment.Kind.WEIGHT, List.of(1, 2), 0),
              new Segment("layer1.1.conv1", Segment.Kind.WEIGHT, List.of(1, 2), 2),
              new Segment("linear", Segment.Kind.WEIGHT, List.of(1, 2), 4)));

  @Test
  void oneTaskHasNothingToTell() {
    Steps steps = Steps.of(TAG, LAYOUT, new float[6]);
    steps.along(1, 0, 1, 0, 1, 0);
    assertThat(steps.optimizer().diagnostics()).isEqualTo(Diagnostics.NONE);
  }

  @Test
  void tellsTheMeanWeightsOfTheLastEpochForEachGroupOfLayers() {
    List<HeatMap> maps = twoTasks().optimizer().diagnostics().maps();
    assertThat(maps)
        .extracting(HeatMap::id)
        .containsExactly("tag.alpha", "tag.alpha.layer1", "tag.alpha.linear", "tag.similarity");
    HeatMap layer1 = maps.get(1);
    assertThat(layer1.title()).isEqualTo("Weights of past tasks, layer1");
    assertThat(layer1.rows()).containsExactly("task 1", "task 2");
    assertThat(layer1.values().get(0)).containsExactly(NONE, NONE);
    assertThat(layer1.values().get(1).get(1)).isNaN();
    // weights 1 (orthogonal) and e (opposite)
    assertThat(layer1.values().get(1).get(0)).isCloseTo((1 + Math.E) / 2, within(1e-6));
    assertThat(maps.get(2).values().get(1).get(0)).isCloseTo(1 / Math.E, within(1e-6));
    assertThat(maps.get(0).values().get(1).get(0))
        .isCloseTo((1 + Math.E + 1 / Math.E) / 3, within(1e-6));
  }

  @Test
  void tellsHowAlikeTheTasksAre() {
    HeatMap map = twoTasks().optimizer().diagnostics().maps().get(3);
    assertThat(map.values().get(0).get(0)).isCloseTo(1, within(1e-6));
    assertThat(map.values().get(0).get(1)).isEqualTo(map.values().get(1).get(0));
    assertThat(map.values().get(0).get(1)).isCloseTo(0, within(1e-6)); // (0 - 1 + 1) / 3
  }

  @Test
  void tellsTheSameAfterALoad() throws Exception {
    Steps steps = twoTasks();
    Steps other = Steps.of(TAG, LAYOUT, new float[6]);
    steps.copyState(other);
    assertThat(other.optimizer().diagnostics()).isEqualTo(steps.optimizer().diagnostics());
  }

  /** Orthogonal, opposite and parallel; the first epoch of the second task does not count. */
  private static Steps twoTasks() {
    Steps steps = Steps.of(TAG, LAYOUT, new float[6]);
    steps.along(1, 0, 1, 0, 1, 0);
    steps.optimizer().beginTask();
    steps.optimizer().beginEpoch();
    steps.along(0, 1, -1, 0, 1, 0);
    steps.optimizer().beginEpoch();
    steps.along(0, 1, -1, 0, 1, 0);
    return steps;
  }
}
