package io.clmaven.runtime.optimizer;

import io.clmaven.runtime.component.Selection;
import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.random.RandomStreams;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Parameters that an optimizer moves along given gradients; the first task has begun.
 *
 * @param optimizer what moves them
 * @param parameters where they are
 */
public record Steps(Optimizer optimizer, FlatVector parameters) {

  /** Begins with one tensor. */
  public static Steps of(String optimizer, float... parameters) {
    Segment all = new Segment("all", Segment.Kind.WEIGHT, List.of(parameters.length), 0);
    return of(optimizer, new ParameterLayout(List.of(all)), parameters);
  }

  /**
   * Begins.
   *
   * @param optimizer what stands behind {@code optimizer:}
   */
  public static Steps of(String optimizer, ParameterLayout layout, float... parameters) {
    Selection<Optimizer> selection = Optimizers.select(optimizer);
    Optimizer rule = selection.create();
    rule.begin(selection.parameters(), layout, new RandomStreams(1));
    rule.beginTask();
    rule.beginEpoch();
    return new Steps(rule, new FlatVector(Nd4j.createFromArray(parameters)));
  }

  /** Steps along a gradient and returns where the parameters are then. */
  public float[] along(float... gradient) {
    optimizer.update(parameters, new FlatVector(Nd4j.createFromArray(gradient)));
    return parameters.pull().clone();
  }

  /** Gives the state of this optimizer to another one. */
  public void copyState(Steps other) throws IOException {
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    try (StateWriter out = new StateWriter(saved)) {
      optimizer.save(out);
    }
    try (StateReader in = new StateReader(new ByteArrayInputStream(saved.toByteArray()))) {
      other.optimizer.load(in);
    }
  }
}
