package io.clmaven.plugin.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.plugin.check.Fixture;
import io.clmaven.plugin.report.Page.Status;
import io.clmaven.runtime.diagnostic.Contract;
import io.clmaven.runtime.diagnostic.Diagnostics;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContractBlocksTest {

  private static final Contract ORTHONORMAL =
      new Contract("gpm.orthonormal", "max |MᵀM − I|", 1e-5);

  private final Fixture fixture = Fixture.experiment("gpm");

  private void seed(long seed, Contract contract) {
    fixture.trial(
        Fixture.trial(
            seed, List.of("0 and 1", "2 and 3"), new Diagnostics(List.of(contract), List.of())));
  }

  private List<Block> blocks() {
    return new ContractBlocks(new Trials(fixture.results())).build();
  }

  private List<Cell> row() {
    return ((Block.Table) blocks().get(1)).rows().get(0);
  }

  @Test
  void showsNothingWhereNothingIsPromised() {
    seed(1, ORTHONORMAL);
    fixture.trial(2, Map.of());
    assertThat(blocks()).hasSize(2);
    Fixture naive = Fixture.experiment("naive").measured("accuracy", 0.5);
    assertThat(new ContractBlocks(new Trials(naive.results())).build()).isEmpty();
  }

  @Test
  void showsTheWorstOfAllSeeds() {
    seed(1, ORTHONORMAL.checked(1e-7, "task 1, layer lin1").checked(0, "task 2, layer lin1"));
    seed(2, ORTHONORMAL.checked(3.24e-7, "task 2, layer lin2"));
    assertThat(blocks())
        .containsExactly(
            new Block.Heading("Contracts"),
            new Block.Table(
                "What the method promises, checked while it trained; the worst of all seeds",
                List.of("outcome", "contract", "what has to hold", "worst", "where", "checks"),
                List.of(
                    List.of(
                        Cell.status("holds", Status.PASSED),
                        Cell.code("gpm.orthonormal"),
                        Cell.text("max |MᵀM − I| ≤ 1e-5"),
                        Cell.number("3.2e-7"),
                        Cell.text("seed 2, task 2, layer lin2"),
                        Cell.number("3")))));
  }

  @Test
  void oneBrokenSeedBreaksAContract() {
    seed(1, ORTHONORMAL.checked(2, "task 1, layer lin1"));
    seed(2, ORTHONORMAL.checked(1e-7, "task 1, layer lin1"));
    assertThat(row()).startsWith(Cell.status("broken", Status.FAILED));
    assertThat(row().get(4)).isEqualTo(Cell.text("seed 1, task 1, layer lin1"));
  }

  @Test
  void aDeviationThatIsNoNumberIsTheWorst() {
    seed(1, ORTHONORMAL.checked(Double.NaN, "task 1, layer lin1"));
    seed(2, ORTHONORMAL.checked(2, "task 1, layer lin1"));
    assertThat(row()).startsWith(Cell.status("broken", Status.FAILED));
    assertThat(row().get(3)).isEqualTo(Cell.number("NaN"));
  }

  @Test
  void aContractThatWasNeverCheckedIsNotJudged() {
    seed(1, ORTHONORMAL);
    assertThat(row())
        .containsExactly(
            Cell.status("not checked", Status.UNJUDGED),
            Cell.code("gpm.orthonormal"),
            Cell.text("max |MᵀM − I| ≤ 1e-5"),
            Cell.number("–"),
            Cell.text("–"),
            Cell.number("0"));
  }

  @Test
  void noDeviationIsEverywhere() {
    seed(1, ORTHONORMAL.checked(0, "task 1, layer lin1"));
    assertThat(row().get(3)).isEqualTo(Cell.number("0"));
    assertThat(row().get(4)).isEqualTo(Cell.text("everywhere"));
  }
}
