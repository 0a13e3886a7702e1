package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.diagnostic.Contract;
import io.clmaven.runtime.diagnostic.ContractLog;
import io.clmaven.runtime.diagnostic.Diagnostics;
import io.clmaven.runtime.diagnostic.HeatMap;
import io.clmaven.runtime.diagnostic.TaskHistory;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.method.subspace.Basis;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import io.clmaven.runtime.state.Stateful;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What the family promises, checked while it trains, and what became of bases and soft weights. */
final class ProjectionDiagnostics implements Stateful {

  private static final double ROUNDING = 1e-5;
  private static final double RELEASED = 0.5;

  private final String method;
  private final boolean soft;
  private final List<Segment> weights;
  private final ContractLog contracts;
  private final TaskHistory ranks;
  private final TaskHistory released;
  private final TaskHistory means;

  ProjectionDiagnostics(String method, boolean soft, List<Segment> weights) {
    this.method = method;
    this.soft = soft;
    this.weights = List.copyOf(weights);
    String projected = soft ? "‖G′M − GM(I − Λ)‖ / ‖G‖" : "‖G′M‖ / ‖G‖";
    this.contracts =
        new ContractLog(
            new Contract(method + ".orthonormal", "max |MᵀM − I|", ROUNDING),
            new Contract(method + ".projection", projected, ROUNDING));
    List<String> rows =
        weights.stream().map(w -> "%s (%d)".formatted(w.layer(), w.columns())).toList();
    this.ranks = new TaskHistory(rows);
    this.released = new TaskHistory(rows);
    this.means = new TaskHistory(rows);
  }

  /** Enters the deviations of a {@link SoftProjectionCheck}. */
  void projected(Task task, double[] deviations) {
    for (int i = 0; i < deviations.length; i++) {
      contracts.check(method + ".projection", deviations[i], place(task, i));
    }
  }

  /** Enters the soft weights [layers][k_l] at the end of a task; without bases there are none. */
  void learnt(Task task, float[][] lambda) {
    released.add(task.name(), column(lambda.length, i -> percentReleased(lambda[i])));
    means.add(task.name(), column(lambda.length, i -> mean(lambda[i])));
  }

  /** Enters the bases made after a task; there may be none. */
  void rebuilt(Task task, List<Basis> bases) {
    for (int i = 0; i < bases.size(); i++) {
      contracts.check(method + ".orthonormal", bases.get(i).deviation(), place(task, i));
    }
    ranks.add(
        task.name(),
        column(bases.size(), i -> 100.0 * bases.get(i).rank() / bases.get(i).dimension()));
  }

  private double[] column(int layers, Value value) {
    return IntStream.range(0, weights.size())
        .mapToDouble(i -> i < layers ? value.of(i) : Double.NaN)
        .toArray();
  }

  private static double percentReleased(float[] lambda) {
    long count = IntStream.range(0, lambda.length).filter(j -> lambda[j] < RELEASED).count();
    return 100.0 * count / lambda.length;
  }

  private static double mean(float[] lambda) {
    return IntStream.range(0, lambda.length)
        .mapToDouble(j -> lambda[j])
        .average()
        .orElse(Double.NaN);
  }

  private String place(Task task, int layer) {
    return "task %d, layer %s".formatted(task.index() + 1, weights.get(layer).layer());
  }

  Diagnostics toDiagnostics() {
    List<HeatMap> maps = new ArrayList<>();
    maps.add(
        ranks.map(
            method + ".rank",
            "Rank of the bases",
            "How full the memory of a layer is after a task: directions of its basis in percent of"
                + " its input dimension, which is given in parentheses.",
            "%"));
    if (soft) {
      maps.add(
          released.map(
              method + ".released",
              "Released directions",
              "Basis directions of a layer with a soft weight below 0.5 at the end of a task, in"
                  + " percent of its basis.",
              "%"));
      maps.add(
          means.map(
              method + ".lambda",
              "Mean soft weight",
              "Mean lambda of a layer at the end of a task: 1 protects fully, 0 not at all.",
              ""));
    }
    return new Diagnostics(contracts.contracts(), maps);
  }

  @Override
  public void save(StateWriter out) {
    for (Stateful part : parts()) {
      part.save(out);
    }
  }

  @Override
  public void load(StateReader in) {
    for (Stateful part : parts()) {
      part.load(in);
    }
  }

  private List<Stateful> parts() {
    return Arrays.asList(contracts, ranks, released, means);
  }

  private interface Value {

    double of(int layer);
  }
}
