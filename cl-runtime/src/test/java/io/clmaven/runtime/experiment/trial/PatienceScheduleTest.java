package io.clmaven.runtime.experiment.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.experiment.Training;
import io.clmaven.runtime.experiment.trial.PatienceSchedule.Outcome;
import org.junit.jupiter.api.Test;

class PatienceScheduleTest {

  private final PatienceSchedule schedule =
      new PatienceSchedule(new Training.Schedule(2, 10, 0.01, false), 0.1);

  @Test
  void anEqualLossIsNoImprovement() {
    assertThat(schedule.afterEpoch(1)).isEqualTo(Outcome.IMPROVED);
    assertThat(schedule.afterEpoch(1)).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void dividesTheRateWhenPatienceIsAtAnEnd() {
    schedule.afterEpoch(1);
    schedule.afterEpoch(2);
    assertThat(schedule.rate()).isEqualTo(0.1);
    assertThat(schedule.afterEpoch(2)).isEqualTo(Outcome.DECAYED);
    assertThat(schedule.rate()).isEqualTo(0.01);
  }

  @Test
  void anImprovementBringsPatienceBack() {
    schedule.afterEpoch(3);
    schedule.afterEpoch(4);
    assertThat(schedule.afterEpoch(2)).isEqualTo(Outcome.IMPROVED);
    schedule.afterEpoch(2.5);
    assertThat(schedule.rate()).isEqualTo(0.1);
  }

  @Test
  void stopsInsteadOfTrainingBelowTheMinimum() {
    schedule.afterEpoch(1);
    schedule.afterEpoch(2);
    schedule.afterEpoch(2);
    schedule.afterEpoch(2);
    assertThat(schedule.afterEpoch(2)).isEqualTo(Outcome.STOP);
  }

  @Test
  void notANumberIsNoImprovement() {
    assertThat(schedule.afterEpoch(Double.NaN)).isEqualTo(Outcome.UNCHANGED);
  }
}
