package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.LayerInputs;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.RunningStatistics;
import io.clmaven.runtime.engine.Segment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/** All stages of a model in their places, with the memory and the processor they share. */
final class Stages implements AutoCloseable {

  private final ModelSpec model;
  private final Cpu cpu = new Cpu();
  private final ParameterMemory memory;
  private final StageFactory factory;
  private final Place[] places;
  private final int output;
  private final boolean draws;

  Stages(ModelSpec model, FlatVector gradient, RunningStatistics statistics) {
    this.model = PoolBeforeRelu.in(model);
    this.memory = new ParameterMemory(model.layout(), gradient);
    this.factory = new StageFactory(this.model, cpu, memory, statistics);
    Places all = new Places(this.model, factory);
    this.places = all.all();
    this.output = all.output();
    this.draws = List.of(places).stream().anyMatch(place -> place.stage() instanceof DropoutStage);
  }

  Place[] places() {
    return places;
  }

  /** Returns the place that makes the logits; there may be others behind it. */
  int output() {
    return output;
  }

  /** Makes the same network once more, for evaluation alone. */
  Prediction prediction() {
    return new Prediction(model, factory);
  }

  /** Makes empty signals for the places of the graph and its input. */
  Signals signals() {
    return new Signals(cpu, places.length + 1);
  }

  ParameterMemory memory() {
    return memory;
  }

  /** Returns the shape of one sample at the input. */
  List<Integer> inputShape() {
    return model.inputShape();
  }

  /** Returns the number of logits. */
  int outputs() {
    return model.outputs();
  }

  /** Returns whether a stage makes random decisions in training. */
  boolean draws() {
    return draws;
  }

  /**
   * The layers that saw the inputs of the network as they are may use where these come from. A
   * layer before them may have passed them through.
   *
   * @param values what the last pass made in each place, the inputs at 0
   */
  void comingFrom(Batch.Origin origin, Matrix[] values) {
    for (Place place : places) {
      if (values[place.source(0)] == values[0]) {
        place.stage().comingFrom(origin);
      }
    }
  }

  /** Copies the inputs of the weighted stages. */
  LayerInputs inputs(Matrix[] values, int rows) {
    Map<String, INDArray> inputs = new LinkedHashMap<>();
    for (Place place : places) {
      if (place.stage() instanceof Weighted weighted) {
        inputs.put(place.name(), weighted.publicInput(values[place.source(0)], rows));
      }
    }
    return new LayerInputs(inputs);
  }

  /** Removes a subspace from the gradient of a weight, see the network's method. */
  void project(Segment weight, INDArray basis) {
    for (Place place : places) {
      if (place.name().equals(weight.layer())
          && weight.kind() == Segment.Kind.WEIGHT
          && place.stage() instanceof Weighted weighted) {
        weighted.project(Projection.removing(weight, basis));
        return;
      }
    }
    throw new IllegalArgumentException("'%s' has no weight".formatted(weight.layer()));
  }

  @Override
  public void close() {
    for (Place place : places) {
      place.stage().close();
    }
    cpu.close();
  }
}
