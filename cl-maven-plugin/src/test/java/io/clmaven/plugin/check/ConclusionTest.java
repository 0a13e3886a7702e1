package io.clmaven.plugin.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.plugin.check.Verdict.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConclusionTest {

  private final Verdict met = new Verdict("gpm", "accuracy.minimum", Outcome.MET, "fine");
  private final Verdict broken = new Verdict("gpm", "bwt.minimum", Outcome.BROKEN, "low");
  private final Verdict skipped = new Verdict("gpm", "results", Outcome.SKIPPED, "none");

  @Test
  void countsBrokenRulesAndNamesTheReport() {
    assertThat(new Conclusion(List.of(met, broken)).text("report: target/index.html"))
        .isEqualTo("1 of 2 rules is broken, see above; report: target/index.html.");
    assertThat(new Conclusion(List.of(broken, met, broken)).text(""))
        .isEqualTo("2 of 3 rules are broken, see above.");
  }

  @Test
  void countsMetRulesAndThoseThatWereNotJudged() {
    assertThat(new Conclusion(List.of(met, met)).text("report: target/index.html"))
        .isEqualTo("2 of 2 rules are met; report: target/index.html.");
    assertThat(new Conclusion(List.of(met, skipped)).text(""))
        .isEqualTo("1 of 2 rules are met, 1 not judged.");
  }

  @Test
  void isBrokenWithOneBrokenRule() {
    assertThat(new Conclusion(List.of(met, broken)).isBroken()).isTrue();
    assertThat(new Conclusion(List.of(met, skipped)).isBroken()).isFalse();
  }
}
