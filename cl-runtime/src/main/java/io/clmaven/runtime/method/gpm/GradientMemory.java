package io.clmaven.runtime.method.gpm;

import io.clmaven.runtime.engine.LayerInputs;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.method.subspace.Basis;
import io.clmaven.runtime.method.subspace.RepresentationMatrix;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import io.clmaven.runtime.state.Stateful;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;

/** The bases of all projected layers; before the first task there are none. */
final class GradientMemory implements Stateful {

  private final List<ProjectedLayer> layers;
  private List<Basis> bases = List.of();

  GradientMemory(List<ProjectedLayer> layers) {
    this.layers = List.copyOf(layers);
  }

  /** Returns whether no task has been remembered yet. */
  boolean isEmpty() {
    return bases.isEmpty();
  }

  /** Returns the bases in the order of the layers; empty before the first task. */
  List<Basis> bases() {
    return bases;
  }

  /**
   * Takes over the leading directions of a task.
   *
   * @param inputs of all layers, from the task's samples
   * @param increment what is added to the threshold of every layer
   */
  void remember(LayerInputs inputs, double increment) {
    List<Basis> grown = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      ProjectedLayer layer = layers.get(i);
      RepresentationMatrix r =
          layer.representation().matrix(inputs.of(layer.name()), layer.samples());
      double threshold = layer.threshold() + increment;
      grown.add(
          isEmpty()
              ? BasisUpdate.first(r, threshold)
              : BasisUpdate.next(bases.get(i), r, threshold));
    }
    bases = List.copyOf(grown);
  }

  /** Makes a network project its gradients by these bases. */
  void install(Network network) {
    for (int i = 0; i < bases.size(); i++) {
      network.project(layers.get(i).weight(), bases.get(i).matrix(DataType.FLOAT));
    }
  }

  @Override
  public void save(StateWriter out) {
    out.putLong("gpm.bases", bases.size());
    for (Basis basis : bases) {
      basis.save(out);
    }
  }

  @Override
  public void load(StateReader in) {
    long count = in.getLong("gpm.bases");
    List<Basis> loaded = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      loaded.add(Basis.load(layers.get(i).weight().columns(), in));
    }
    bases = List.copyOf(loaded);
  }
}
