package io.clmaven.runtime.method.gpm;

import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.diagnostic.Contract;
import io.clmaven.runtime.diagnostic.ContractLog;
import io.clmaven.runtime.diagnostic.Diagnostics;
import io.clmaven.runtime.diagnostic.TaskHistory;
import io.clmaven.runtime.method.subspace.Basis;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import io.clmaven.runtime.state.Stateful;
import java.util.List;

/** What {@link Gpm} promises, checked while it trains, and how full its memory is. */
final class GpmDiagnostics implements Stateful {

  private static final String ORTHONORMAL = "gpm.orthonormal";
  private static final String ORTHOGONAL = "gpm.gradient-orthogonal";
  private static final String GROWING = "gpm.ranks-grow";
  private static final double ROUNDING = 1e-5;

  private final List<String> layers;
  private final ContractLog contracts =
      new ContractLog(
          new Contract(ORTHONORMAL, "max |MᵀM − I|", ROUNDING),
          new Contract(ORTHOGONAL, "‖G′M‖ / ‖G‖", ROUNDING),
          new Contract(GROWING, "rank M before − rank M after a task", 0));
  private final TaskHistory ranks;

  GpmDiagnostics(List<ProjectedLayer> layers) {
    this.layers = layers.stream().map(ProjectedLayer::name).toList();
    this.ranks =
        new TaskHistory(
            layers.stream().map(l -> "%s (%d)".formatted(l.name(), l.weight().columns())).toList());
  }

  /**
   * Enters the bases after a task.
   *
   * @param before the bases of the task before; none at the first one
   */
  void learnt(Task task, List<Basis> before, List<Basis> after) {
    for (int i = 0; i < after.size(); i++) {
      contracts.check(ORTHONORMAL, after.get(i).deviation(), place(task, i));
      if (!before.isEmpty()) {
        contracts.check(GROWING, before.get(i).rank() - after.get(i).rank(), place(task, i));
      }
    }
    ranks.add(task.name(), after.stream().mapToDouble(GpmDiagnostics::percent).toArray());
  }

  /** Enters the deviations of a {@link ProjectionCheck}. */
  void projected(Task task, double[] deviations) {
    for (int i = 0; i < deviations.length; i++) {
      contracts.check(ORTHOGONAL, deviations[i], place(task, i));
    }
  }

  private String place(Task task, int layer) {
    return "task %d, layer %s".formatted(task.index() + 1, layers.get(layer));
  }

  private static double percent(Basis basis) {
    return 100.0 * basis.rank() / basis.dimension();
  }

  Diagnostics toDiagnostics() {
    return new Diagnostics(
        contracts.contracts(),
        List.of(
            ranks.map(
                "gpm.rank",
                "Rank of the bases",
                "How full the memory of a layer is after a task: protected directions in percent of"
                    + " its input dimension, which is given in parentheses.",
                "%")));
  }

  @Override
  public void save(StateWriter out) {
    contracts.save(out);
    ranks.save(out);
  }

  @Override
  public void load(StateReader in) {
    contracts.load(in);
    ranks.load(in);
  }
}
