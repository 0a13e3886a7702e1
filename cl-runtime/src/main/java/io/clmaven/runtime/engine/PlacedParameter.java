package io.clmaven.runtime.engine;

import io.clmaven.runtime.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * A parameter or running statistic of a model with its place in the flat vector.
 *
 * @param segment the place
 * @param start how it starts, as its layer says
 * @param first shape of the first parameter of its layer, which is the weight if there is one
 */
record PlacedParameter(Segment segment, Initialization start, List<Integer> first) {

  /**
   * Places what the layers of a model have.
   *
   * @param part the parameters or the statistics of a layer, by the shape of one sample at its
   *     first input
   */
  static List<PlacedParameter> of(
      ModelSpec model, BiFunction<Layer, List<Integer>, List<Layer.Parameter>> part) {
    List<PlacedParameter> placed = new ArrayList<>();
    int offset = 0;
    for (ModelSpec.Node node : model.nodes()) {
      Layer layer = node.layer();
      List<Layer.Parameter> own = part.apply(layer, model.shape(node.inputs().get(0)));
      for (Layer.Parameter parameter : own) {
        String owner = layer.owner(node.name(), parameter);
        Segment segment = new Segment(owner, parameter.kind(), parameter.shape(), offset);
        placed.add(new PlacedParameter(segment, parameter.start(), own.get(0).shape()));
        offset = segment.end();
      }
    }
    return placed;
  }

  /** Fills its place with the values that are given for it, or else as its layer says. */
  void fill(float[] values, Map<Segment, float[]> given, RandomStream random) {
    float[] own = given.get(segment);
    Initialization law = own == null ? start : new Initialization.Given(own);
    law.fill(values, segment.offset(), segment.end(), fan(), random);
  }

  /** A weight is [out, in] or [out, in, kh, kw]. */
  private Initialization.Fan fan() {
    int all = first.stream().reduce(1, Math::multiplyExact);
    return first.size() < 2
        ? new Initialization.Fan(1, all)
        : new Initialization.Fan(all / first.get(0), all / first.get(1));
  }
}
