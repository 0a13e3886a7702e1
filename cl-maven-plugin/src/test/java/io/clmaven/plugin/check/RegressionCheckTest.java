package io.clmaven.plugin.check;

import static io.clmaven.plugin.check.Fixture.experiment;
import static io.clmaven.plugin.check.Fixture.margin;
import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.plugin.check.Policy.Reaction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RegressionCheckTest {

  /**
   * d = 0.03, 0.03, 0.03, 0.03, 0.04: mean 0.032, s = sqrt(8e-5 / 4) = 0.00447214; Student's t with
   * 4 degrees of freedom at 95 % is 2.131847, so the bound is 0.032 + 2.131847 * 0.00447214 /
   * sqrt(5) = 0.032 + 0.00426369.
   */
  @Test
  void breaksWhenTheBoundExceedsTheMargin() {
    Fixture gpm =
        experiment("gpm")
            .rule("accuracy", margin("0.035"))
            .baseline("accuracy", 0.86, 0.86, 0.86, 0.86, 0.87)
            .measured("accuracy", 0.83, 0.83, 0.83, 0.83, 0.83);
    assertThat(gpm.messages())
        .containsExactly(
            "gpm breaks rule 'accuracy.margin': mean accuracy over 5 common seeds is 0.8300, baseline"
                + " 0.8620, difference -0.0320; with 95 % confidence worse by at most 0.0363, margin is"
                + " 0.0350");
  }

  @Test
  void meetsTheRuleWhenTheBoundIsWithinTheMargin() {
    Fixture gpm =
        experiment("gpm")
            .rule("accuracy", margin("0.04"))
            .baseline("accuracy", 0.86, 0.86, 0.86, 0.86, 0.87)
            .measured("accuracy", 0.83, 0.83, 0.83, 0.83, 0.83);
    assertThat(gpm.messages())
        .containsExactly(
            "gpm meets rule 'accuracy.margin': mean accuracy over 5 common seeds is 0.8300, baseline"
                + " 0.8620, difference -0.0320; with 95 % confidence worse by at most 0.0363, margin is"
                + " 0.0400");
  }

  /** d = -0.02, 0.02: mean 0, s = 0.0282843, t(1) = 6.313752, bound 6.313752 * 0.02 = 0.126275. */
  @Test
  void noisySeedsDoNotShowNonInferiority() {
    Fixture gpm =
        experiment("gpm")
            .seeds(1L, 2L)
            .rule("accuracy", margin("0.01"))
            .baseline("accuracy", 0.88, 0.92)
            .measured("accuracy", 0.90, 0.90);
    assertThat(gpm.messages())
        .containsExactly(
            "gpm breaks rule 'accuracy.margin': mean accuracy over 2 common seeds is 0.9000, baseline"
                + " 0.9000, difference 0.0000; with 95 % confidence worse by at most 0.1263, margin is"
                + " 0.0100");
  }

  @Test
  void equalValuesMeetAMarginOfZero() {
    Fixture gpm =
        experiment("gpm")
            .seeds(1L, 2L)
            .rule("accuracy", margin("0"))
            .baseline("accuracy", 0.876543219, 0.91234567)
            .measured("accuracy", 0.876543219, 0.91234567);
    assertThat(gpm.messages())
        .containsExactly(
            "gpm meets rule 'accuracy.margin': mean accuracy over 2 common seeds is 0.8944, baseline"
                + " 0.8944, difference 0.0000; with 95 % confidence worse by at most 0.0000, margin is"
                + " 0.0000");
  }

  @Test
  void worseMeansHigherForForgetting() {
    Fixture gpm =
        experiment("gpm")
            .seeds(1L, 2L)
            .rule("forgetting.max", margin("0.01"))
            .baseline("forgetting.max", 0.10, 0.12)
            .measured("forgetting.max", 0.15, 0.17);
    assertThat(gpm.messages())
        .containsExactly(
            "gpm breaks rule 'forgetting.max.margin': mean forgetting.max over 2 common seeds is"
                + " 0.1600, baseline 0.1100, difference +0.0500; with 95 % confidence worse by at most"
                + " 0.0500, margin is 0.0100");
  }

  @Test
  void oneCommonSeedIsComparedPlainly() {
    Fixture gpm =
        experiment("gpm")
            .seeds(1L)
            .rule("accuracy", margin("0.01"))
            .baseline("accuracy", 0.90, 0.92)
            .measured("accuracy", 0.88);
    assertThat(gpm.messages())
        .containsExactly(
            "gpm breaks rule 'accuracy.margin': mean accuracy over 1 common seed is 0.8800, baseline"
                + " 0.9000, difference -0.0200; compared without a test, as there is one seed: worse by"
                + " 0.0200, margin is 0.0100");
  }

  @Test
  void breaksWithoutACommonSeed() {
    Fixture gpm =
        experiment("gpm")
            .seeds(7L)
            .rule("accuracy", margin("0.01"))
            .baseline("accuracy", 0.90, 0.92)
            .trial(7, Map.of("accuracy", 0.95));
    assertThat(gpm.messages())
        .containsExactly(
            "gpm breaks rule 'accuracy.margin': accuracy was measured with seed 7, the baseline with"
                + " seeds 1, 2; none is common");
  }

  @Test
  void breaksWithoutABaseline() {
    Fixture gpm =
        experiment("gpm").seeds(1L).rule("accuracy", margin("0.01")).measured("accuracy", 0.9);
    assertThat(gpm.messages())
        .containsExactly(
            "gpm breaks rule 'accuracy.margin': there is no baseline"
                + " 'src/main/cl/baselines/gpm.json'. Run cl:update-baseline and commit the file");
  }

  @Test
  void breaksWhenTheBaselineLacksTheMetric() {
    Fixture gpm =
        experiment("gpm")
            .seeds(1L)
            .rule("accuracy", margin("0.01"))
            .baseline("bwt", 0.0)
            .measured("accuracy", 0.9);
    assertThat(gpm.messages())
        .containsExactly(
            "gpm breaks rule 'accuracy.margin': the baseline has no 'accuracy'. Run"
                + " cl:update-baseline and commit the file");
  }

  @Test
  void baselineOfAnotherBackendBreaksTheRuleOrSkipsIt() {
    Fixture gpm =
        experiment("gpm")
            .seeds(1L)
            .rule("accuracy", margin("0.01"))
            .baseline(onCuda())
            .measured("accuracy", 0.9);
    assertThat(gpm.messages())
        .containsExactly(
            "gpm breaks rule 'accuracy.margin': the baseline was measured on something else"
                + " (backend: nd4j-cuda -> nd4j-native). Run cl:update-baseline with a reason");
    assertThat(gpm.verdicts(new Policy(Reaction.FAIL, Reaction.SKIP)))
        .extracting(Verdict::message)
        .containsExactly(
            "gpm skips rule 'accuracy.margin': the baseline was measured on something else (backend:"
                + " nd4j-cuda -> nd4j-native). Run cl:update-baseline with a reason");
  }

  private static Baseline onCuda() {
    return new Baseline(
        Baseline.SCHEMA,
        "gpm",
        Optional.empty(),
        new TreeMap<>(Map.of("backend", "nd4j-cuda", "benchmark.name", "split-mnist")),
        new TreeMap<>(Map.of("accuracy", new TreeMap<>(Map.of(1L, 0.9)))));
  }

  @Test
  void anotherTrainingLengthIsComparable() {
    Fixture gpm =
        experiment("gpm")
            .seeds(1L)
            .fingerprint(
                Map.of("backend", "nd4j-native", "benchmark.name", "split-mnist", "method", "new"))
            .rule("accuracy", margin("0.01"))
            .baseline("accuracy", 0.9);
    gpm.trial(
        Fixture.trial("gpm", 1, Map.of("accuracy", 0.9), gpm.planned().fingerprint().parts()));
    assertThat(List.copyOf(gpm.verdicts())).extracting(Verdict::isBroken).containsExactly(false);
  }
}
