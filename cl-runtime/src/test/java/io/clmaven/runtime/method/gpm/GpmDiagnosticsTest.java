package io.clmaven.runtime.method.gpm;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.benchmark.Scenario;
import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.diagnostic.Contract;
import io.clmaven.runtime.diagnostic.HeatMap;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.method.Learner;
import io.clmaven.runtime.method.subspace.Bases;
import io.clmaven.runtime.method.subspace.Basis;
import io.clmaven.runtime.method.subspace.Representation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class GpmDiagnosticsTest {

  private final GpmFixture fixture = new GpmFixture(1, false, Scenario.DOMAIN);
  private final List<Task> tasks = fixture.tasks();

  @Test
  void contractsHoldAndAreCheckedInEveryLayer() {
    Gpm gpm = new Gpm();
    Learner learner = fixture.learner(gpm, new GpmParameters(List.of(0.9), 0, 300, List.of()));
    fixture.learn(learner, 0);
    fixture.learn(learner, 1);
    learner.network().close();
    List<Contract> contracts = gpm.diagnostics().contracts();
    assertThat(contracts).allMatch(Contract::holds);
    assertThat(contracts)
        .extracting(Contract::id)
        .containsExactly("gpm.orthonormal", "gpm.gradient-orthogonal", "gpm.ranks-grow");
    // three layers: after two tasks, at the one epoch that a learner counts, at the second task
    assertThat(contracts).extracting(Contract::checks).containsExactly(6L, 3L, 3L);
    assertThat(contracts.get(1).where()).startsWith("task 2, layer lin");
    assertThat(contracts.get(1).worst()).isPositive();
  }

  @Test
  void ranksAreSharesOfTheInputDimensions() {
    GpmDiagnostics diagnostics = diagnostics();
    diagnostics.learnt(
        tasks.get(0), List.of(), List.of(Bases.orthonormal(12, 3), Bases.orthonormal(9, 0)));
    diagnostics.learnt(
        tasks.get(1),
        List.of(Bases.orthonormal(12, 3), Bases.orthonormal(9, 0)),
        List.of(Bases.orthonormal(12, 6), Bases.orthonormal(9, 9)));
    assertThat(diagnostics.toDiagnostics().maps())
        .containsExactly(
            new HeatMap(
                "gpm.rank",
                "Rank of the bases",
                "How full the memory of a layer is after a task: protected directions in percent of"
                    + " its input dimension, which is given in parentheses.",
                "%",
                List.of("lin1 (12)", "lin2 (9)"),
                List.of("task 0", "task 1"),
                List.of(List.of(25.0, 50.0), List.of(0.0, 100.0))));
  }

  @Test
  void aBasisThatIsNotOrthonormalBreaksItsContract() {
    INDArray direction = Models.orthonormal(12, 1, 1);
    Basis twice = Bases.of(Nd4j.hstack(direction, direction));
    GpmDiagnostics diagnostics = diagnostics();
    diagnostics.learnt(tasks.get(0), List.of(), List.of(Bases.orthonormal(12, 2), twice));
    Contract contract = diagnostics.toDiagnostics().contracts().get(0);
    assertThat(contract.holds()).isFalse();
    assertThat(contract.where()).isEqualTo("task 1, layer lin2");
  }

  @Test
  void aRankThatShrinksBreaksItsContract() {
    GpmDiagnostics diagnostics = diagnostics();
    diagnostics.learnt(
        tasks.get(1),
        List.of(Bases.orthonormal(12, 3), Bases.orthonormal(9, 5)),
        List.of(Bases.orthonormal(12, 3), Bases.orthonormal(9, 3)));
    Contract contract = diagnostics.toDiagnostics().contracts().get(2);
    assertThat(contract.worst()).isEqualTo(2);
    assertThat(contract.holds()).isFalse();
  }

  private GpmDiagnostics diagnostics() {
    List<Segment> weights = fixture.model().layout().weights();
    return new GpmDiagnostics(List.of(layer(weights.get(0)), layer(weights.get(1))));
  }

  private static ProjectedLayer layer(Segment weight) {
    return new ProjectedLayer(
        weight, Representation.of(Models.linear(weight.rows(), false)), 0.9, 300);
  }
}
