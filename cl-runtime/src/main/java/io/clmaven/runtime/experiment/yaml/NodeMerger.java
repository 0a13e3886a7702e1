package io.clmaven.runtime.experiment.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Lays an experiment over what it extends. Groups are merged setting by setting, lists and single
 * values are replaced, {@code null} takes a value away. A component of another name replaces the
 * whole group, since the other settings belong to the old component.
 */
public final class NodeMerger {

  private static final String NAME = "name";

  private NodeMerger() {}

  /** Returns the base with everything that the upper one sets differently. */
  public static Node.Mapping merge(Node.Mapping base, Node.Mapping upper) {
    Map<String, Node.Entry> merged = new LinkedHashMap<>(base.entries());
    upper
        .entries()
        .forEach(
            (key, entry) -> {
              Node.Entry below = merged.get(key);
              Node value = below == null ? entry.value() : over(below.value(), entry.value());
              merged.put(key, new Node.Entry(entry.place(), value));
            });
    return new Node.Mapping(upper.place(), merged);
  }

  private static Node over(Node base, Node upper) {
    Optional<Node.Mapping> below = asGroup(base, upper);
    Optional<Node.Mapping> above = asGroup(upper, base);
    if (below.isEmpty() || above.isEmpty() || isOtherComponent(below.get(), above.get())) {
      return upper;
    }
    return merge(below.get(), above.get());
  }

  /** Returns a node as a group; the short form of a component only where the other is a group. */
  private static Optional<Node.Mapping> asGroup(Node node, Node other) {
    if (node instanceof Node.Mapping mapping) {
      return Optional.of(mapping);
    }
    if (node instanceof Node.Scalar scalar
        && scalar.style() == Node.Style.VALUE
        && other instanceof Node.Mapping) {
      Node.Entry name = new Node.Entry(scalar.place(), scalar);
      return Optional.of(new Node.Mapping(scalar.place(), Map.of(NAME, name)));
    }
    return Optional.empty();
  }

  private static boolean isOtherComponent(Node.Mapping base, Node.Mapping upper) {
    Optional<String> above = upper.find(NAME).flatMap(NodeMerger::text);
    return above.isPresent() && !above.equals(base.find(NAME).flatMap(NodeMerger::text));
  }

  private static Optional<String> text(Node node) {
    return node instanceof Node.Scalar scalar ? Optional.of(scalar.text()) : Optional.empty();
  }
}
