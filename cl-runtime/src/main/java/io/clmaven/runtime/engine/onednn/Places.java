package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.ModelSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays the stages of a model out in the order of computation. Layers that a stage before takes over
 * have no place of their own; images are turned channels last where they enter.
 */
final class Places {

  private final ModelSpec model;
  private final StageFactory factory;
  private final List<Place> places = new ArrayList<>();
  private final List<Boolean> trained = new ArrayList<>(List.of(false)); // by place, 0 the input
  private final Map<String, Integer> byName = new HashMap<>();

  Places(ModelSpec model, StageFactory factory) {
    this.model = model;
    this.factory = factory;
    byName.put(ModelSpec.INPUT, 0);
    model.nodes().forEach(this::place);
  }

  Place[] all() {
    return places.toArray(Place[]::new);
  }

  /** Returns the place that makes the logits, 0 if the inputs are. */
  int output() {
    List<ModelSpec.Node> nodes = model.nodes();
    return nodes.isEmpty() ? 0 : byName.get(nodes.get(nodes.size() - 1).name());
  }

  private void place(ModelSpec.Node node) {
    int[] sources = node.inputs().stream().mapToInt(byName::get).toArray();
    if (factory.isTakenOver(node)) {
      byName.put(node.name(), sources[0]);
      return;
    }
    for (int i = 0; i < sources.length; i++) {
      if (sources[i] == 0 && factory.needsChannelsLast(node.inputs().get(i))) {
        sources[i] = channelsLast();
      }
    }
    boolean hasParameters = !node.layer().parameters(model.shape(node.inputs().get(0))).isEmpty();
    byName.put(node.name(), add(node.name(), factory.make(node), sources, hasParameters));
  }

  /** Turns the input once for all layers that need it so. */
  private int channelsLast() {
    return byName.computeIfAbsent(
        "input, channels last",
        name -> add(name, factory.channelsLast(model.inputShape()), new int[] {0}, false));
  }

  private int add(String name, Stage stage, int[] sources, boolean hasParameters) {
    Place.Source[] inputs = new Place.Source[sources.length];
    boolean any = hasParameters;
    for (int i = 0; i < sources.length; i++) {
      inputs[i] = new Place.Source(sources[i], trained.get(sources[i]));
      any |= inputs[i].trained();
    }
    places.add(new Place(name, stage, any, inputs));
    trained.add(any);
    return places.size();
  }
}
