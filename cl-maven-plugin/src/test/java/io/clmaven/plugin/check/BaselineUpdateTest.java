package io.clmaven.plugin.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clmaven.plugin.config.ProjectException;
import io.clmaven.runtime.experiment.plan.CheckRule.Statistic;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BaselineUpdateTest {

  private final Fixture gpm = Fixture.experiment("gpm").seeds(1L, 2L);

  private Optional<Baseline> propose(Optional<String> reason) {
    return new BaselineUpdate(reason).propose(gpm.planned(), gpm.evidence());
  }

  @Test
  void firstBaselineIsWritten() {
    gpm.measured("accuracy", 0.9, 0.92);
    assertThat(propose(Optional.empty()).orElseThrow().values("accuracy"))
        .isEqualTo(Map.of(1L, 0.9, 2L, 0.92));
  }

  @Test
  void betterValuesAreWritten() {
    gpm.baseline("accuracy", 0.89, 0.91).measured("accuracy", 0.9, 0.92);
    assertThat(propose(Optional.empty()).orElseThrow().values("accuracy"))
        .isEqualTo(Map.of(1L, 0.9, 2L, 0.92));
  }

  @Test
  void equalValuesNeedNoUpdate() {
    gpm.baseline("accuracy", 0.9, 0.92).measured("accuracy", 0.9, 0.92);
    assertThat(propose(Optional.empty())).isEmpty();
  }

  @Test
  void worseValuesNeedAReason() {
    gpm.baseline("accuracy", 0.9, 0.92).measured("accuracy", 0.9, 0.91);
    assertThatThrownBy(() -> propose(Optional.empty()))
        .isInstanceOf(ProjectException.class)
        .hasMessage(
            "Cannot update the baseline 'src/main/cl/baselines/gpm.json': mean accuracy gets worse"
                + " from 0.910000 to 0.905000. To accept that, say why with"
                + " -Dcl.baseline.reason='...'; the reason is kept in the file.");
  }

  @Test
  void reasonForWorseValuesIsKept() {
    gpm.baseline("accuracy", 0.9, 0.92).measured("accuracy", 0.9, 0.91);
    assertThat(propose(Optional.of("smaller model")).orElseThrow().reason())
        .contains("smaller model");
  }

  @Test
  void reasonForBetterValuesIsNotKept() {
    gpm.baseline("accuracy", 0.9, 0.92).measured("accuracy", 0.9, 0.93);
    assertThat(propose(Optional.of("smaller model")).orElseThrow().reason()).isEmpty();
  }

  @Test
  void moreForgettingIsWorseAndCommonSeedsAreCompared() {
    gpm.rule("forgetting.max", Fixture.maximum("0.2", Statistic.MEAN))
        .baseline("forgetting.max", 0.1)
        .measured("forgetting.max", 0.11, 0.01);
    assertThatThrownBy(() -> propose(Optional.empty()))
        .hasMessage(
            "Cannot update the baseline 'src/main/cl/baselines/gpm.json': mean forgetting.max gets"
                + " worse from 0.100000 to 0.110000. To accept that, say why with"
                + " -Dcl.baseline.reason='...'; the reason is kept in the file.");
  }

  @Test
  void metricMayFallByTheMarginOfItsRule() {
    gpm.rule("accuracy", Fixture.margin("0.01"))
        .baseline("accuracy", 0.9, 0.92)
        .measured("accuracy", 0.89, 0.91);
    assertThat(propose(Optional.empty())).isPresent();
  }

  @Test
  void metricThatFallsByMoreThanItsMarginNeedsAReason() {
    gpm.rule("accuracy", Fixture.margin("0.01"))
        .baseline("accuracy", 0.9, 0.92)
        .measured("accuracy", 0.88, 0.919998);
    assertThatThrownBy(() -> propose(Optional.empty()))
        .hasMessage(
            "Cannot update the baseline 'src/main/cl/baselines/gpm.json': mean accuracy gets worse"
                + " from 0.910000 to 0.899999, by more than its margin 0.01. To accept that, say why"
                + " with -Dcl.baseline.reason='...'; the reason is kept in the file.");
  }

  @Test
  void metricsWithoutARuleDoNotGuard() {
    gpm.baseline("bwt", -0.01, -0.01).measured("bwt", -0.02, -0.02);
    assertThat(propose(Optional.empty())).isPresent();
  }

  @Test
  void metricThatIsNoLongerMeasuredNeedsAReason() {
    gpm.rule("bwt", Fixture.minimum("-0.1"))
        .baseline("bwt", 0.0, 0.0)
        .measured("accuracy", 0.9, 0.91);
    assertThatThrownBy(() -> propose(Optional.empty()))
        .hasMessage(
            "Cannot update the baseline 'src/main/cl/baselines/gpm.json': bwt is no longer"
                + " measured. To accept that, say why with -Dcl.baseline.reason='...'; the reason is"
                + " kept in the file.");
  }

  @Test
  void otherBackendNeedsAReason() {
    gpm.baseline(
            new Baseline(
                1,
                "gpm",
                Optional.empty(),
                new TreeMap<>(Map.of("backend", "nd4j-cuda", "benchmark.name", "split-mnist")),
                new TreeMap<>()))
        .measured("accuracy", 0.9, 0.91);
    assertThatThrownBy(() -> propose(Optional.empty()))
        .hasMessage(
            "Cannot update the baseline 'src/main/cl/baselines/gpm.json': it was measured on"
                + " something else (backend: nd4j-cuda -> nd4j-native). To accept that, say why with"
                + " -Dcl.baseline.reason='...'; the reason is kept in the file.");
  }

  @Test
  void incompleteResultsAreRefused() {
    gpm.measured("accuracy", 0.9);
    assertThatThrownBy(() -> propose(Optional.empty()))
        .hasMessage(
            "Cannot update the baseline of 'gpm': there is no result of seed 2. Run cl:train"
                + " first.");
  }

  @Test
  void staleResultsAreRefused() {
    gpm.measured("accuracy", 0.9, 0.91)
        .fingerprint(
            Map.of(
                "backend", "nd4j-native",
                "benchmark.name", "split-mnist",
                "training.epochs", "6"));
    assertThatThrownBy(() -> propose(Optional.empty()))
        .hasMessage(
            "Cannot update the baseline of 'gpm': the results of seeds 1, 2 are stale"
                + " (training.epochs: 5 -> 6). Run cl:train again.");
  }
}
