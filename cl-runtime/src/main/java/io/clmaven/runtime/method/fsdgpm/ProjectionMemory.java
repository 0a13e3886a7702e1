package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.LayerInputs;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.engine.WeightedProjection;
import io.clmaven.runtime.method.subspace.Basis;
import io.clmaven.runtime.method.subspace.LeadingShare;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import io.clmaven.runtime.state.Stateful;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The bases M_l [d, k_l] of all projected weights and the projection by them, Pi(G) = G M
 * diag(lambda) M^T; empty before the first task is learnt. It is made anew after each task.
 */
final class ProjectionMemory implements Stateful {

  private final List<ProjectedWeight> weights;
  private List<Basis> bases = List.of();
  private List<WeightedProjection> projections = List.of();

  ProjectionMemory(List<ProjectedWeight> weights) {
    this.weights = List.copyOf(weights);
  }

  boolean isEmpty() {
    return bases.isEmpty();
  }

  /** Returns the projected weights in the order of declaration. */
  List<Segment> segments() {
    return weights.stream().map(ProjectedWeight::segment).toList();
  }

  /** Returns the bases in the order of the projected weights; none while it is empty. */
  List<Basis> bases() {
    return bases;
  }

  /** Returns the number of directions k_l of each basis. */
  int[] ranks() {
    return bases.stream().mapToInt(Basis::rank).toArray();
  }

  /** Takes the leading directions of what went into the layers instead of the present ones. */
  void rebuild(LayerInputs inputs, LeadingShare rule) {
    List<Basis> made = new ArrayList<>();
    for (ProjectedWeight weight : weights) {
      INDArray recorded = inputs.of(weight.segment().layer());
      int samples = Math.toIntExact(recorded.size(0));
      made.add(rule.basis(weight.representation().matrix(recorded, samples)));
    }
    set(made);
  }

  /** Takes bases as they are. */
  void set(List<Basis> given) {
    bases = List.copyOf(given);
    projections = new ArrayList<>();
    for (int i = 0; i < bases.size(); i++) {
      projections.add(
          new WeightedProjection(weights.get(i).segment(), bases.get(i).matrix(DataType.FLOAT)));
    }
  }

  /**
   * Replaces the part G of each projected weight by Pi(G), where both vectors hold G and the source
   * is as a backward pass left it; other parts stay.
   *
   * @param lambda [layers][k_l]
   */
  void project(FlatVector source, FlatVector target, float[][] lambda) {
    for (int i = 0; i < projections.size(); i++) {
      projections.get(i).project(source, target, lambda[i]);
    }
  }

  /**
   * Replaces the part G of each projected weight by Pi(G); other parts stay.
   *
   * @param lambda [layers][k_l]
   */
  void project(FlatVector vector, float[][] lambda) {
    for (int i = 0; i < projections.size(); i++) {
      projections.get(i).project(vector, lambda[i]);
    }
  }

  /**
   * Replaces the part G of each projected weight by G - Pi(G); other parts stay.
   *
   * @param lambda [layers][k_l]
   */
  void remove(FlatVector vector, float[][] lambda) {
    for (int i = 0; i < projections.size(); i++) {
      projections.get(i).remove(vector, lambda[i]);
    }
  }

  /** Returns G M [o, k] of a layer; overwritten by the next call of any method. */
  float[] coordinates(int layer, FlatVector vector) {
    return projections.get(layer).coordinates(vector);
  }

  @Override
  public void save(StateWriter out) {
    out.putLong("memory.bases", bases.size());
    for (Basis basis : bases) {
      basis.save(out);
    }
  }

  @Override
  public void load(StateReader in) {
    long count = in.getLong("memory.bases");
    List<Basis> loaded = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      loaded.add(Basis.load(weights.get(i).segment().columns(), in));
    }
    set(loaded);
  }
}
