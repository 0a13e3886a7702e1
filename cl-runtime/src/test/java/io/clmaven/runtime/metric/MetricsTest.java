package io.clmaven.runtime.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MetricsTest {

  private static final Offset<Double> EXACT = within(1e-12);

  private static final AccuracyMatrix THREE_TASKS =
      new AccuracyMatrix(
          List.of(
              List.of(0.90, 0.20, 0.10), //
              List.of(0.95, 0.80, 0.30),
              List.of(0.70, 0.75, 0.85)),
          List.of(0.12, 0.10, 0.14));

  private static final AccuracyMatrix ONE_TASK = new AccuracyMatrix(List.of(List.of(0.9)));

  @Test
  void accuracyIsTheMeanOfTheLastRow() {
    // (0.70 + 0.75 + 0.85) / 3 = 2.30 / 3
    assertThat(value("accuracy", THREE_TASKS)).hasValue(2.30 / 3);
  }

  @Test
  void bwtIsTheMeanOfLastRowMinusDiagonal() {
    // ((0.70 - 0.90) + (0.75 - 0.80)) / 2 = -0.25 / 2
    assertThat(value("bwt", THREE_TASKS).getAsDouble()).isCloseTo(-0.125, EXACT);
  }

  @Test
  void maximumForgettingStartsFromTheBestValueOfEachColumn() {
    // ((max(0.90, 0.95, 0.70) - 0.70) + (max(0.80, 0.75) - 0.75)) / 2 = (0.25 + 0.05) / 2
    assertThat(value("forgetting.max", THREE_TASKS).getAsDouble()).isCloseTo(0.15, EXACT);
  }

  @Test
  void maximumForgettingOfATaskThatBecameBetterIsZero() {
    AccuracyMatrix better = new AccuracyMatrix(List.of(List.of(0.5), List.of(0.6, 0.9)));
    // max(0.5, 0.6) - 0.6 = 0
    assertThat(value("forgetting.max", better)).hasValue(0.0);
  }

  @Test
  void firstForgettingStartsFromTheDiagonal() {
    // ((0.90 - 0.70) + (0.80 - 0.75)) / 2 = 0.25 / 2
    assertThat(value("forgetting.first", THREE_TASKS).getAsDouble()).isCloseTo(0.125, EXACT);
  }

  @Test
  void fwtComparesTheAccuracyBeforeLearningWithTheUntrainedNetwork() {
    // ((0.20 - 0.10) + (0.30 - 0.14)) / 2 = 0.26 / 2
    assertThat(value("fwt", THREE_TASKS).getAsDouble()).isCloseTo(0.13, EXACT);
  }

  @Test
  void learningAccuracyIsTheMeanOfTheDiagonal() {
    // (0.90 + 0.80 + 0.85) / 3 = 2.55 / 3
    assertThat(value("learning-accuracy", THREE_TASKS).getAsDouble()).isCloseTo(0.85, EXACT);
  }

  @Test
  void fwtIsUndefinedWithoutTheUntrainedNetwork() {
    assertThat(value("fwt", new AccuracyMatrix(THREE_TASKS.rows()))).isEmpty();
  }

  @Test
  void fwtIsUndefinedWithoutAccuraciesOnFutureTasks() {
    AccuracyMatrix lower =
        new AccuracyMatrix(List.of(List.of(0.5), List.of(0.6, 0.9)), List.of(0.1, 0.1));
    assertThat(value("fwt", lower)).isEmpty();
  }

  @Test
  void metricsOfTransferAreUndefinedForOneTask() {
    assertThat(Metrics.compute(ONE_TASK))
        .containsOnlyKeys("accuracy", "learning-accuracy")
        .containsEntry("accuracy", 0.9)
        .containsEntry("learning-accuracy", 0.9);
  }

  @Test
  void nothingIsDefinedWithoutTasks() {
    assertThat(Metrics.compute(new AccuracyMatrix(List.of()))).isEmpty();
  }

  @Test
  void anAccuracyThatIsNotANumberMakesWhatNeedsItUndefined() {
    AccuracyMatrix broken =
        new AccuracyMatrix(List.of(List.of(0.5), List.of(Double.NaN, 0.9)), List.of());
    assertThat(Metrics.compute(broken)).containsOnlyKeys("learning-accuracy");
  }

  @Test
  void forgettingIsAnAliasOfMaximumForgetting() {
    assertThat(Metrics.find("forgetting").orElseThrow().id()).isEqualTo("forgetting.max");
  }

  @Test
  void anUnknownNameFindsNothing() {
    assertThat(Metrics.find("acc")).isEmpty();
  }

  @Test
  void lowerIsBetterForForgettingOnly() {
    assertThat(Metrics.all())
        .filteredOn(m -> m.better() == Metric.Better.LOWER)
        .extracting(Metric::id)
        .containsExactly("forgetting.max", "forgetting.first");
  }

  @Test
  void theMatrixSurvivesJson() throws JsonProcessingException {
    ObjectMapper json = new ObjectMapper();
    String text = json.writeValueAsString(THREE_TASKS);
    assertThat(text)
        .isEqualTo(
            "{\"rows\":[[0.9,0.2,0.1],[0.95,0.8,0.3],[0.7,0.75,0.85]],"
                + "\"untrained\":[0.12,0.1,0.14]}");
    AccuracyMatrix read = json.readValue(text, AccuracyMatrix.class);
    assertThat(read.rows()).isEqualTo(THREE_TASKS.rows());
    assertThat(read.untrained()).isEqualTo(THREE_TASKS.untrained());
  }

  @Test
  void aMatrixThatWasNotMeasuredUntrainedIsWrittenWithoutIt() throws JsonProcessingException {
    assertThat(new ObjectMapper().writeValueAsString(ONE_TASK)).isEqualTo("{\"rows\":[[0.9]]}");
  }

  private static OptionalDouble value(String id, AccuracyMatrix accuracy) {
    return Metrics.find(id).orElseThrow().compute(accuracy);
  }
}
