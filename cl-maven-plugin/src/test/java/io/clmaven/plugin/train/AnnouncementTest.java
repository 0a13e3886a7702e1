package io.clmaven.plugin.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.plugin.check.Fixture;
import io.clmaven.plugin.uptodate.Verdict;
import io.clmaven.runtime.experiment.plan.PlannedExperiment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnouncementTest {

  private static final Verdict MISSING = new Verdict(List.of("there are no results"));
  private static final Verdict UNFINISHED =
      new Verdict(List.of("unfinished, goes on from its checkpoint"));
  private static final Verdict UP_TO_DATE = new Verdict(List.of());

  private final PlannedExperiment experiment = Fixture.experiment("gpm").planned();

  @Test
  void saysWhyEachTrialHasToRun() {
    assertThat(Announcement.EACH_TRIAL.lines(trials(MISSING, UP_TO_DATE, UNFINISHED)))
        .containsExactly(
            "Training gpm seed 1: there are no results.",
            "Training gpm seed 3: unfinished, goes on from its checkpoint.");
    assertThat(Announcement.EACH_TRIAL.lines(trials(UP_TO_DATE)))
        .containsExactly("gpm is up to date: nothing to train.");
  }

  @Test
  void saysInOneLineWhyTrialsHaveToRunTheCommonReasonFirst() {
    assertThat(Announcement.SUMMARY.lines(trials(UNFINISHED, MISSING, MISSING, UP_TO_DATE)))
        .containsExactly(
            "Training 3 of 4 trials: there are no results (2 trials); unfinished, goes on from its"
                + " checkpoint (1 trial).");
  }

  @Test
  void saysAReasonOfAllOnce() {
    assertThat(Announcement.SUMMARY.lines(trials(MISSING, MISSING)))
        .containsExactly("Training 2 of 2 trials: there are no results.");
  }

  @Test
  void countsReasonsBehindTheThird() {
    assertThat(
            Announcement.SUMMARY.lines(
                trials(reason("a"), reason("b"), reason("c"), reason("d"), reason("e"))))
        .containsExactly(
            "Training 5 of 5 trials: a (1 trial); b (1 trial); c (1 trial); and 2 other reasons.");
  }

  @Test
  void saysThatNothingHasToRun() {
    assertThat(Announcement.SUMMARY.lines(trials(UP_TO_DATE, UP_TO_DATE)))
        .containsExactly("2 trials are up to date: nothing to train.");
    assertThat(Announcement.SUMMARY.lines(trials(UP_TO_DATE)))
        .containsExactly("1 trial is up to date: nothing to train.");
    assertThat(Announcement.SUMMARY.lines(List.of())).isEmpty();
  }

  private static Verdict reason(String text) {
    return new Verdict(List.of(text));
  }

  private List<JudgedTrial> trials(Verdict... verdicts) {
    List<JudgedTrial> trials = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      Trial trial = Trial.in(Path.of("run"), experiment, trials.size() + 1);
      trials.add(new JudgedTrial(trial, verdict));
    }
    return trials;
  }
}
