package io.clmaven.plugin.check;

import static io.clmaven.plugin.check.Fixture.experiment;
import static io.clmaven.plugin.check.Fixture.maximum;
import static io.clmaven.plugin.check.Fixture.minimum;
import static io.clmaven.plugin.check.Fixture.seeds;
import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.plugin.check.Policy.Reaction;
import io.clmaven.runtime.experiment.plan.CheckRule;
import io.clmaven.runtime.experiment.plan.CheckRule.Statistic;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GateTest {

  @Test
  void breaksWhenMeanIsBelowMinimum() {
    Fixture gpm =
        experiment("gpm")
            .rule("accuracy", minimum("0.85"))
            .measured("accuracy", 0.8, 0.8, 0.8, 0.8, 0.95699);
    // (4 * 0.8 + 0.95699) / 5 = 0.831398
    assertThat(gpm.messages())
        .containsExactly(
            "gpm breaks rule 'accuracy.minimum': mean accuracy over 5 seeds is 0.8313, minimum is"
                + " 0.8500");
  }

  @Test
  void meetsAMinimumThatIsReachedExactly() {
    Fixture gpm =
        experiment("gpm")
            .seeds(1L, 2L, 3L)
            .rule("accuracy", minimum("0.9"))
            .measured("accuracy", 0.9, 0.9, 0.9);
    assertThat(gpm.messages())
        .containsExactly(
            "gpm meets rule 'accuracy.minimum': mean accuracy over 3 seeds is 0.9000, minimum is"
                + " 0.9000");
  }

  @Test
  void roundsTowardsTheViolation() {
    assertThat(
            experiment("gpm")
                .seeds(1L)
                .rule("accuracy", minimum("0.85"))
                .measured("accuracy", 0.84999)
                .messages())
        .containsExactly(
            "gpm breaks rule 'accuracy.minimum': mean accuracy over 1 seed is 0.8499, minimum is"
                + " 0.8500");
    assertThat(
            experiment("gpm")
                .seeds(1L)
                .rule("forgetting.max", maximum("0.05", Statistic.MEAN))
                .measured("forgetting.max", 0.050001)
                .messages())
        .containsExactly(
            "gpm breaks rule 'forgetting.max.maximum': mean forgetting.max over 1 seed is 0.0501,"
                + " maximum is 0.0500");
  }

  @Test
  void printsAsManyDecimalsAsTheLimitHas() {
    Fixture gpm =
        experiment("gpm")
            .seeds(1L)
            .rule("accuracy", minimum("0.93205"))
            .measured("accuracy", 0.932049);
    assertThat(gpm.messages())
        .containsExactly(
            "gpm breaks rule 'accuracy.minimum': mean accuracy over 1 seed is 0.93204, minimum is"
                + " 0.93205");
  }

  @Test
  void looksAtTheChosenStatistic() {
    Fixture gpm = experiment("gpm").seeds(1L, 2L, 3L).measured("accuracy", 0.90, 0.92, 0.94);
    assertThat(gpm.rule("accuracy", minimum("0.91", Statistic.MIN)).messages())
        .containsExactly(
            "gpm breaks rule 'accuracy.minimum': smallest accuracy over 3 seeds is 0.9000, minimum"
                + " is 0.9100");
    assertThat(gpm.rule("accuracy", maximum("0.93", Statistic.MAX)).messages())
        .containsExactly(
            "gpm breaks rule 'accuracy.maximum': largest accuracy over 3 seeds is 0.9400, maximum is"
                + " 0.9300");
    // 0.92 - 4.302653 * 0.02 / sqrt(3) = 0.870318
    assertThat(gpm.rule("accuracy", minimum("0.88", Statistic.LOWER_CI95)).messages())
        .containsExactly(
            "gpm breaks rule 'accuracy.minimum': lower 95 % confidence bound of the mean accuracy"
                + " over 3 seeds is 0.8703, minimum is 0.8800");
    assertThat(gpm.rule("accuracy", maximum("0.96", Statistic.UPPER_CI95)).messages())
        .containsExactly(
            "gpm breaks rule 'accuracy.maximum': upper 95 % confidence bound of the mean accuracy"
                + " over 3 seeds is 0.9697, maximum is 0.9600");
  }

  @Test
  void confidenceBoundNeedsTwoSeeds() {
    Fixture gpm =
        experiment("gpm")
            .seeds(1L)
            .rule("accuracy", minimum("0.88", Statistic.LOWER_CI95))
            .measured("accuracy", 0.9);
    assertThat(gpm.messages())
        .containsExactly(
            "gpm breaks rule 'accuracy.minimum': the statistic 'lower-ci95' needs at least 2 seeds,"
                + " there is 1. Add seeds or choose 'mean'");
  }

  @Test
  void breaksWhenSeedsAreTooFew() {
    Fixture gpm =
        experiment("gpm").seeds(1L, 2L).rule("accuracy", seeds(5)).measured("accuracy", 1, 1);
    assertThat(gpm.messages())
        .containsExactly(
            "gpm breaks rule 'accuracy.seeds': accuracy was measured with 2 seeds, minimum is 5");
  }

  @Test
  void breaksWithoutResults() {
    Fixture gpm = experiment("gpm").rule("accuracy", minimum("0.85"));
    assertThat(gpm.messages())
        .containsExactly(
            "gpm breaks rule 'results': there are no results in 'target/cl/default/gpm'. Run"
                + " cl:train first");
  }

  @Test
  void skipsWithoutResultsWhereThatIsAllowed() {
    Fixture gpm = experiment("gpm").rule("accuracy", minimum("0.85"));
    assertThat(gpm.verdicts(new Policy(Reaction.SKIP, Reaction.FAIL)))
        .extracting(Verdict::message)
        .containsExactly(
            "gpm skips rule 'results': there are no results in 'target/cl/default/gpm'. Run"
                + " cl:train first");
  }

  @Test
  void breaksWhenSomeSeedsAreMissingAndJudgesTheOthers() {
    Fixture gpm =
        experiment("gpm").rule("accuracy", minimum("0.85")).measured("accuracy", 0.9, 0.9, 0.9);
    assertThat(gpm.messages())
        .containsExactly(
            "gpm breaks rule 'results': there is no result of seeds 4, 5. Run cl:train first",
            "gpm meets rule 'accuracy.minimum': mean accuracy over 3 seeds is 0.9000, minimum is"
                + " 0.8500");
  }

  @Test
  void ignoresResultsOfSeedsThatAreNoLongerAskedFor() {
    Fixture gpm =
        experiment("gpm")
            .seeds(1L)
            .rule("accuracy", minimum("0.85"))
            .measured("accuracy", 0.9, 0.1);
    assertThat(gpm.messages())
        .containsExactly(
            "gpm meets rule 'accuracy.minimum': mean accuracy over 1 seed is 0.9000, minimum is"
                + " 0.8500");
  }

  @Test
  void staleResultsBreakTheRuleThatSaysWhatChanged() {
    Fixture gpm =
        experiment("gpm")
            .seeds(1L, 2L)
            .fingerprint(
                Map.of(
                    "backend", "nd4j-native",
                    "benchmark.name", "split-mnist",
                    "method.lambda", "400",
                    "training.epochs", "10"))
            .rule("accuracy", minimum("0.85"))
            .measured("accuracy", 0.1, 0.1);
    assertThat(gpm.messages())
        .containsExactly(
            "gpm breaks rule 'results': the results of seeds 1, 2 are stale (method.lambda: (none)"
                + " -> 400; training.epochs: 5 -> 10). Run cl:train again");
  }

  @Test
  void ruleThatMatchesNothingIsBroken() {
    Fixture gpm = experiment("gpm").seeds(1L).rule("fwt", minimum("0")).measured("accuracy", 0.9);
    assertThat(gpm.messages())
        .containsExactly(
            "gpm breaks rule 'fwt': it matches nothing, there is no metric 'fwt' in the results;"
                + " there are accuracy");
  }

  @Test
  void ruleThatDemandsNothingIsBroken() {
    Fixture gpm = experiment("gpm").seeds(1L).rule("accuracy", seeds(1)).measured("accuracy", 0.9);
    assertThat(gpm.messages())
        .containsExactly(
            "gpm breaks rule 'accuracy': it demands nothing. Give it a minimum, a maximum, a margin"
                + " or a number of seeds");
  }

  @Test
  void notANumberIsAViolation() {
    Fixture gpm =
        experiment("gpm")
            .seeds(1L, 2L, 3L)
            .rule("accuracy", minimum("0.85"))
            .trial(1, Map.of("accuracy", 0.9))
            .trial(2, Map.of("accuracy", Double.NaN))
            .trial(3, Map.of("bwt", 0.0));
    assertThat(gpm.messages())
        .containsExactly("gpm breaks rule 'accuracy': accuracy of seeds 2, 3 is not a number");
  }

  @Test
  void experimentWithoutRulesHasNoVerdicts() {
    assertThat(experiment("gpm").verdicts()).isEmpty();
  }

  @Test
  void meanIsTheSameNumberInAllRulesOfAMetric() {
    CheckRule rule =
        new CheckRule(
            Optional.of(new BigDecimal("0.9")),
            Optional.empty(),
            Optional.of(new BigDecimal("0.01")),
            0.95,
            Statistic.MEAN,
            1);
    Fixture gpm =
        experiment("gpm")
            .seeds(1L)
            .rule("accuracy", rule)
            .baseline("accuracy", 0.93859)
            .measured("accuracy", 0.93859);
    assertThat(gpm.messages())
        .containsExactly(
            "gpm meets rule 'accuracy.minimum': mean accuracy over 1 seed is 0.9385, minimum is"
                + " 0.9000",
            "gpm meets rule 'accuracy.margin': mean accuracy over 1 common seed is 0.9385, baseline"
                + " 0.9385, difference 0.0000; compared without a test, as there is one seed: worse"
                + " by 0.0000, margin is 0.0100");
  }

  @Test
  void resultsOfAnotherEngineNameTheOptionThatChoosesIt() {
    Fixture gpm =
        experiment("gpm")
            .seeds(1L)
            .rule("accuracy", minimum("0.85"))
            .fingerprint(Map.of("engine", "auto"))
            .trial(Fixture.trial("gpm", 1, Map.of("accuracy", 0.9), Map.of("engine", "dl4j")));
    assertThat(gpm.messages())
        .containsExactly(
            "gpm breaks rule 'results': the results of seed 1 are stale (engine: dl4j -> auto). Run"
                + " cl:train again, or give this goal the engine that they were trained with:"
                + " -Dcl.engine=dl4j");
  }
}
