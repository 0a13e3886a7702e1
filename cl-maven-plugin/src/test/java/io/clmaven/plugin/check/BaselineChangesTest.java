package io.clmaven.plugin.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BaselineChangesTest {

  private static List<String> lines(Fixture before, Fixture now) {
    return BaselineChanges.lines(Optional.of(baseline(before)), baseline(now));
  }

  private static Baseline baseline(Fixture fixture) {
    return Baseline.of(fixture.results(), Optional.empty());
  }

  private static Fixture gpm() {
    return Fixture.experiment("gpm");
  }

  @Test
  void aFirstBaselineIsNewInEveryMetric() {
    Baseline first = baseline(gpm().trial(1, Map.of("bwt", -0.02, "accuracy", 0.9)));
    assertThat(BaselineChanges.lines(Optional.empty(), first))
        .containsExactly("accuracy 0.900000 (new)", "bwt -0.020000 (new)");
  }

  @Test
  void tellsTheMeansOfMetricsThatChangedOnly() {
    Fixture before =
        gpm()
            .trial(1, Map.of("accuracy", 0.85, "bwt", -0.02))
            .trial(2, Map.of("accuracy", 0.87, "bwt", -0.04));
    Fixture now =
        gpm()
            .trial(1, Map.of("accuracy", 0.84, "bwt", -0.02))
            .trial(2, Map.of("accuracy", 0.85, "bwt", -0.04));
    assertThat(lines(before, now)).containsExactly("accuracy 0.860000 -> 0.845000");
  }

  @Test
  void namesTheSeedsWhereTheyChanged() {
    assertThat(lines(gpm().measured("accuracy", 0.85), gpm().measured("accuracy", 0.85, 0.87)))
        .containsExactly("accuracy 0.850000 over seed 1 -> 0.860000 over seeds 1, 2");
  }

  @Test
  void tellsWhichMetricsCameAndWent() {
    assertThat(lines(gpm().measured("bwt", -0.01), gpm().measured("accuracy", 0.9)))
        .containsExactly("accuracy 0.900000 (new)", "bwt is no longer measured");
  }
}
