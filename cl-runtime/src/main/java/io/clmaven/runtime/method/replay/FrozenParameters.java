package io.clmaven.runtime.method.replay;

import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.engine.Segment;
import java.util.List;

/**
 * Parameters that are not trained.
 *
 * @param segments their places
 */
public record FrozenParameters(List<Segment> segments) {

  /** None: everything is trained. */
  public static final FrozenParameters NONE = new FrozenParameters(List.of());

  /** Returns scale and shift of all batch normalisations. */
  public static FrozenParameters normalisation(ParameterLayout layout) {
    return new FrozenParameters(
        layout.segments().stream()
            .filter(s -> s.kind() == Segment.Kind.SCALE || s.kind() == Segment.Kind.SHIFT)
            .toList());
  }

  /** Sets their elements of a gradient to zero. */
  public void clear(FlatVector gradient) {
    for (int i = 0; i < segments.size(); i++) {
      gradient.clear(segments.get(i).offset(), segments.get(i).end());
    }
  }
}
