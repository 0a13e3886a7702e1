package io.clmaven.runtime.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import io.clmaven.runtime.state.Stateful;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticStateTest {

  private static ContractLog contracts() {
    return new ContractLog(new Contract("a", "|x|", 1), new Contract("b", "|y|", 2));
  }

  private static TaskHistory history() {
    return new TaskHistory(List.of("lin1", "lin2"));
  }

  @Test
  void checksBelongToTheContractOfTheirId() {
    ContractLog log = contracts();
    log.check("b", 3, "task 1");
    log.check("b", 1, "task 2");
    assertThat(log.contracts())
        .containsExactly(new Contract("a", "|x|", 1), new Contract("b", "|y|", 2, 3, "task 1", 2));
  }

  @Test
  void contractsComeBackFromACheckpoint() {
    ContractLog log = contracts();
    log.check("a", Double.NaN, "task 1");
    log.check("b", 0.5, "task 2");
    ContractLog resumed = contracts();
    restore(resumed, log);
    assertThat(resumed.contracts()).isEqualTo(log.contracts());
  }

  @Test
  void historyHasARowPerThingAndAColumnPerTask() {
    TaskHistory history = history();
    history.add("digits", 10, Double.NaN);
    history.add("letters", 20, 5);
    assertThat(history.map("rank", "Rank", "Of layers.", "%"))
        .isEqualTo(
            new HeatMap(
                "rank",
                "Rank",
                "Of layers.",
                "%",
                List.of("lin1", "lin2"),
                List.of("digits", "letters"),
                List.of(List.of(10.0, 20.0), List.of(Double.NaN, 5.0))));
  }

  @Test
  void historyComesBackFromACheckpoint() {
    TaskHistory history = history();
    history.add("digits", 10, Double.NaN);
    TaskHistory resumed = history();
    resumed.add("something else", 1, 2);
    restore(resumed, history);
    assertThat(resumed.map("rank", "Rank", "Of layers.", "%"))
        .isEqualTo(history.map("rank", "Rank", "Of layers.", "%"));
  }

  @Test
  void refusesAValueTooMany() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> history().add("digits", 1, 2, 3))
        .withMessage("3 values for 2 rows");
  }

  private static void restore(Stateful target, Stateful source) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    source.save(new StateWriter(bytes));
    target.load(new StateReader(new ByteArrayInputStream(bytes.toByteArray())));
  }
}
