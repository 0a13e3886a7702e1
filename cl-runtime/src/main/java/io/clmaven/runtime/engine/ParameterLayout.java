package io.clmaven.runtime.engine;

import java.util.List;
import java.util.Optional;

/**
 * How the flat parameter vector is divided: all segments in order, without gaps.
 *
 * @param segments the parts, in the order of the layers
 */
public record ParameterLayout(List<Segment> segments) {

  public ParameterLayout {
    segments = List.copyOf(segments);
  }

  /** Returns the number of parameters P. */
  public int length() {
    return segments.isEmpty() ? 0 : segments.get(segments.size() - 1).end();
  }

  /** Returns the weights of all weighted layers, in order. */
  public List<Segment> weights() {
    return segments.stream().filter(s -> s.kind() == Segment.Kind.WEIGHT).toList();
  }

  /** Returns the segment of a layer, if it has one of that kind. */
  public Optional<Segment> find(String layer, Segment.Kind kind) {
    return segments.stream().filter(s -> s.layer().equals(layer) && s.kind() == kind).findFirst();
  }
}
