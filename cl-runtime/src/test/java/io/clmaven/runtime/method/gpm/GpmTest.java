package io.clmaven.runtime.method.gpm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clmaven.runtime.benchmark.Scenario;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.method.Learner;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GpmTest {

  private static final ParameterLayout THREE_LAYERS = Models.mlp(6, false, 5, 4, 3).layout();

  @Test
  void biasesAreFrozenAfterTheFirstTask() {
    GpmFixture fixture = new GpmFixture(3, true, Scenario.DOMAIN);
    Learner learner = fixture.learner(new Gpm(), thresholds(0.5));
    float[] start = learner.parameters().clone();
    fixture.learn(learner, 0);
    float[] first = learner.parameters().clone();
    fixture.learn(learner, 1);
    for (Segment segment : learner.network().layout().segments()) {
      float[] before = part(start, segment);
      float[] between = part(first, segment);
      float[] after = part(learner.parameters(), segment);
      assertThat(between).as("task 0, %s", segment).isNotEqualTo(before);
      if (segment.kind() == Segment.Kind.BIAS) {
        assertThat(after).as("task 1, %s", segment).containsExactly(between);
      } else {
        assertThat(after).as("task 1, %s", segment).isNotEqualTo(between);
      }
    }
    close(learner);
  }

  @Test
  void oneHeadPerTaskIsNeitherProjectedNorFrozen() {
    GpmFixture fixture = new GpmFixture(4, true, Scenario.TASK);
    Gpm gpm = new Gpm();
    Learner learner = fixture.learner(gpm, thresholds(0.999));
    fixture.learn(learner, 0);
    assertThat(gpm.bases()).hasSize(2);
    Segment head = learner.network().layout().find("lin3", Segment.Kind.BIAS).orElseThrow();
    float[] before = part(learner.parameters(), head);
    fixture.learn(learner, 1);
    assertThat(part(learner.parameters(), head)).isNotEqualTo(before);
    close(learner);
  }

  @Test
  void aResumedTrialGoesOnBitForBit() throws Exception {
    GpmFixture fixture = new GpmFixture(5, false, Scenario.DOMAIN);
    Gpm gpm = new Gpm();
    Learner through = fixture.learner(gpm, thresholds(0.9));
    fixture.learn(through, 0);
    ByteArrayOutputStream state = new ByteArrayOutputStream();
    gpm.save(new StateWriter(state));

    Gpm again = new Gpm();
    Learner resumed = fixture.learner(again, thresholds(0.9));
    System.arraycopy(through.parameters(), 0, resumed.parameters(), 0, through.parameters().length);
    again.load(new StateReader(new ByteArrayInputStream(state.toByteArray())));

    through.enter(fixture.tasks().get(1));
    resumed.enter(fixture.tasks().get(1));
    for (int step = 0; step < 5; step++) {
      assertThat(resumed.step(step, step + 1, step + 2))
          .isEqualTo(through.step(step, step + 1, step + 2));
    }
    assertThat(resumed.parameters()).containsExactly(through.parameters());
    close(through, resumed);
  }

  @Test
  void theThresholdGrowsWithTheTask() {
    GpmFixture fixture = new GpmFixture(6, false, Scenario.DOMAIN);
    Gpm constant = new Gpm();
    Gpm growing = new Gpm();
    Learner a = fixture.learner(constant, thresholds(0.5));
    Learner b = fixture.learner(growing, new GpmParameters(List.of(0.5), 0.45, 300, List.of()));
    fixture.learn(a, 0);
    fixture.learn(b, 0);
    assertThat(growing.bases().get(0).rank()).isEqualTo(constant.bases().get(0).rank());
    fixture.learn(a, 1);
    fixture.learn(b, 1);
    assertThat(growing.bases().get(0).rank()).isGreaterThan(constant.bases().get(0).rank());
    close(a, b);
  }

  @Test
  void aLayerUsesOnlyItsShareOfTheSamples() {
    GpmFixture fixture = new GpmFixture(7, false, Scenario.DOMAIN);
    Gpm gpm = new Gpm();
    Learner learner =
        fixture.learner(gpm, new GpmParameters(List.of(1.0), 0, 20, List.of(2, 3, 20)));
    fixture.learn(learner, 0);
    assertThat(gpm.bases().get(0).rank()).isLessThanOrEqualTo(2);
    assertThat(gpm.bases().get(1).rank()).isLessThanOrEqualTo(3);
    assertThat(gpm.bases().get(2).rank()).isGreaterThan(3);
    close(learner);
  }

  @Test
  void aListOfThresholdsNeedsOneForEachProjectedLayer() {
    Record parameters = thresholds(0.9, 0.9);
    assertThatThrownBy(() -> new Gpm().validate(parameters, THREE_LAYERS, Scenario.DOMAIN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "'threshold' has 2 values but 3 layers are projected: lin1, lin2, lin3. Give one value"
                + " for each of them.");
  }

  @Test
  void aListOfSamplesNeedsOneForEachProjectedLayer() {
    Record parameters = new GpmParameters(List.of(0.9), 0, 300, List.of(10, 10, 10));
    assertThatThrownBy(() -> new Gpm().validate(parameters, THREE_LAYERS, Scenario.TASK))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "'samplesPerLayer' has 3 values but 2 layers are projected: lin1, lin2. Give one value"
                + " for each of them.");
  }

  @Test
  void anEmptyListOfThresholdsIsRefused() {
    assertThatThrownBy(GpmTest::thresholds)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "'threshold' is an empty list. Give one value, or one for each projected layer.");
  }

  @Test
  void aLayerCannotUseMoreSamplesThanAreDrawn() {
    assertThatThrownBy(() -> new GpmParameters(List.of(0.9), 0, 100, List.of(100, 125)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "'samplesPerLayer' asks for 125 samples but only 100 are drawn. Raise 'samples'.");
  }

  private static GpmParameters thresholds(double... values) {
    return new GpmParameters(Arrays.stream(values).boxed().toList(), 0, 300, List.of());
  }

  private static float[] part(float[] vector, Segment segment) {
    return Arrays.copyOfRange(vector, segment.offset(), segment.end());
  }

  private static void close(Learner... learners) {
    for (Learner learner : learners) {
      learner.network().close();
    }
  }
}
