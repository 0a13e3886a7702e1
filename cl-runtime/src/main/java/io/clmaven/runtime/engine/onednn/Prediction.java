package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.ModelSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The network in evaluation mode with nothing kept for a way back: every {@link Chain} as one
 * layer.
 */
final class Prediction implements AutoCloseable {

  private record Step(Forward layer, int[] sources, Matrix[] inputs) {}

  private final ModelSpec model;
  private final StageFactory factory;
  private final List<Chain> chains;
  private final List<Step> steps = new ArrayList<>();
  private final Map<String, Integer> byName = new HashMap<>();
  private final int output; // the step that makes the logits
  private final Pass pass = new Pass();
  private final Matrix[] values; // what each step made last, the input at 0

  Prediction(ModelSpec model, StageFactory factory) {
    this.model = model;
    this.factory = factory;
    this.chains = Chain.in(model);
    byName.put(ModelSpec.INPUT, 0);
    model.nodes().forEach(this::place);
    List<ModelSpec.Node> nodes = model.nodes();
    this.output = nodes.isEmpty() ? 0 : byName.get(nodes.get(nodes.size() - 1).name());
    this.values = new Matrix[steps.size() + 1];
  }

  private void place(ModelSpec.Node node) {
    for (Chain chain : chains) {
      if (chain.contains(node)) {
        if (node.equals(chain.end())) {
          add(node, factory.chain(chain), chain.inputs());
        }
        return;
      }
    }
    if (factory.isTakenOver(node)) {
      byName.put(node.name(), byName.get(node.inputs().get(0)));
    } else {
      add(node, factory.make(node), node.inputs());
    }
  }

  private void add(ModelSpec.Node node, Forward layer, List<String> inputs) {
    int[] sources = inputs.stream().mapToInt(this::source).toArray();
    steps.add(new Step(layer, sources, new Matrix[sources.length]));
    byName.put(node.name(), steps.size());
  }

  /** Returns where an input lies, turned channels last once if it is the network's. */
  private int source(String input) {
    int source = byName.get(input);
    if (source == 0 && factory.needsChannelsLast(input)) {
      steps.add(new Step(factory.channelsLast(model.inputShape()), new int[1], new Matrix[1]));
      source = steps.size();
      byName.put(input, source);
    }
    return source;
  }

  /** Computes the logits. */
  Matrix run(Matrix input, int rows) {
    pass.evaluate(rows);
    values[0] = input;
    for (int i = 0; i < values.length - 1; i++) {
      Step step = steps.get(i);
      for (int j = 0; j < step.sources().length; j++) {
        step.inputs()[j] = values[step.sources()[j]];
      }
      values[i + 1] = step.layer().forward(step.inputs(), pass);
    }
    return values[output];
  }

  @Override
  public void close() {
    steps.forEach(step -> step.layer().close());
  }
}
