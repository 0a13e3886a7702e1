package io.clmaven.runtime.method.fsdgpm;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.diagnostic.Contract;
import io.clmaven.runtime.diagnostic.HeatMap;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.method.subspace.Bases;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProjectionDiagnosticsTest {

  private static ProjectionDiagnostics diagnostics(boolean soft) {
    return new ProjectionDiagnostics("dgpm", soft, Models.mlp(8, false, 5, 3).layout().weights());
  }

  private static Task task(int index) {
    return new Task(index, "task " + index, new OutputRange(0, 3), null, null, null);
  }

  @Test
  void tellsRanksReleasedDirectionsAndMeanWeights() {
    ProjectionDiagnostics diagnostics = diagnostics(true);
    diagnostics.learnt(task(0), new float[0][]);
    diagnostics.rebuilt(task(0), List.of(Bases.orthonormal(8, 4), Bases.orthonormal(5, 0)));
    diagnostics.learnt(task(1), new float[][] {{1, 0.25f, 0.25f, 0.5f}, {}});
    diagnostics.rebuilt(task(1), List.of(Bases.orthonormal(8, 2), Bases.orthonormal(5, 5)));
    List<HeatMap> maps = diagnostics.toDiagnostics().maps();
    assertThat(maps)
        .extracting(HeatMap::id)
        .containsExactly("dgpm.rank", "dgpm.released", "dgpm.lambda");
    assertThat(maps)
        .extracting(HeatMap::values)
        .containsExactly(
            List.of(List.of(50.0, 25.0), List.of(0.0, 100.0)),
            List.of(List.of(Double.NaN, 50.0), List.of(Double.NaN, Double.NaN)),
            List.of(List.of(Double.NaN, 0.5), List.of(Double.NaN, Double.NaN)));
    assertThat(maps.get(0).rows()).containsExactly("lin1 (8)", "lin2 (5)");
  }

  @Test
  void withoutSoftWeightsThereIsOnlyTheRank() {
    assertThat(diagnostics(false).toDiagnostics().maps())
        .extracting(HeatMap::id)
        .containsExactly("dgpm.rank");
  }

  @Test
  void aDeviationBeyondRoundingBreaksTheContractOfTheProjection() {
    ProjectionDiagnostics diagnostics = diagnostics(false);
    diagnostics.projected(task(1), new double[] {1e-7, 1e-3});
    assertThat(diagnostics.toDiagnostics().contracts().get(1))
        .isEqualTo(
            new Contract("dgpm.projection", "‖G′M‖ / ‖G‖", 1e-5, 1e-3, "task 2, layer lin2", 2));
  }
}
