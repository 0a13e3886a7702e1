package io.clmaven.runtime.method.agem;

import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.diagnostic.Contract;
import io.clmaven.runtime.diagnostic.ContractLog;
import io.clmaven.runtime.diagnostic.Diagnostics;
import io.clmaven.runtime.diagnostic.TaskHistory;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import io.clmaven.runtime.state.Stateful;
import java.util.List;

/** How often gradients opposed the memory of {@link AGem}, and that they no longer do. */
final class AGemDiagnostics implements Stateful {

  private static final String AGREES = "a-gem.gradient-agrees";
  private static final double ROUNDING = 1e-5;

  private final ContractLog contracts =
      new ContractLog(new Contract(AGREES, "−⟨g′, g_ref⟩ / (‖g‖ ‖g_ref‖)", ROUNDING));
  private final TaskHistory rates = new TaskHistory(List.of("violated"));
  private long steps; // of this task with a memory
  private long violations;
  private double worst; // opposition left by a projection

  /** Enters a step whose gradient agreed with the memory. */
  void agreed() {
    steps++;
  }

  /**
   * Enters a step whose gradient was projected.
   *
   * @param left the opposition that is left
   */
  void projected(double left) {
    steps++;
    violations++;
    worst = Double.isNaN(left) ? left : Math.max(worst, left);
  }

  /** Ends a task. */
  void learnt(Task task) {
    if (violations > 0) {
      contracts.check(AGREES, worst, "task %d".formatted(task.index() + 1));
    }
    rates.add(task.name(), steps == 0 ? Double.NaN : 100.0 * violations / steps);
    steps = 0;
    violations = 0;
    worst = 0;
  }

  Diagnostics toDiagnostics() {
    return new Diagnostics(
        contracts.contracts(),
        List.of(
            rates.map(
                "a-gem.violations",
                "Violated steps",
                "Share of the steps of a task whose gradient would have increased the loss of the"
                    + " memory, in percent; it was projected.",
                "%")));
  }

  @Override
  public void save(StateWriter out) {
    contracts.save(out);
    rates.save(out);
    out.putLong("a-gem.steps", steps);
    out.putLong("a-gem.violations", violations);
    out.putDouble("a-gem.worst", worst);
  }

  @Override
  public void load(StateReader in) {
    contracts.load(in);
    rates.load(in);
    steps = in.getLong("a-gem.steps");
    violations = in.getLong("a-gem.violations");
    worst = in.getDouble("a-gem.worst");
  }
}
