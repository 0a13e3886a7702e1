package io.clmaven.runtime.experiment.sweep;

import io.clmaven.runtime.experiment.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a value at a path of settings; what is changed on the way has the place of the path. */
final class Placement {

  private final SettingPath path;
  private final Node value;

  Placement(SettingPath path, Node value) {
    this.path = path;
    this.value = value;
  }

  /**
   * Returns the settings with the value.
   *
   * @throws MissingPathException if a list on the way is too short or there is no group
   */
  Node.Mapping in(Node.Mapping settings) {
    return (Node.Mapping) put(settings, 0);
  }

  private Node put(Node under, int depth) {
    if (depth == path.steps().size()) {
      return value;
    }
    return path.steps().get(depth) instanceof SettingPath.Element element
        ? putElement(under, element.position(), depth)
        : putKey(under, ((SettingPath.Key) path.steps().get(depth)).name(), depth);
  }

  private Node putKey(Node under, String key, int depth) {
    if (!(under instanceof Node.Mapping group)) {
      throw new MissingPathException(SweepMessages.noGroup(path.text(), path.way(depth)));
    }
    Node child = group.find(key).orElseGet(() -> new Node.Mapping(path.place(), Map.of()));
    boolean begins = path.namesComponent() && depth == path.steps().size() - 1 && !isNow(group);
    Map<String, Node.Entry> entries = new LinkedHashMap<>(begins ? Map.of() : group.entries());
    entries.put(key, new Node.Entry(path.place(), put(child, depth + 1)));
    return new Node.Mapping(path.place(), entries);
  }

  /** The other settings of a group belong to its component: they go with it. */
  private boolean isNow(Node.Mapping group) {
    return text(value).isPresent()
        && group.find(SettingPath.COMPONENT).flatMap(Placement::text).equals(text(value));
  }

  private static Optional<String> text(Node node) {
    return node instanceof Node.Scalar scalar ? Optional.of(scalar.text()) : Optional.empty();
  }

  private Node putElement(Node under, int position, int depth) {
    if (under instanceof Node.Mapping && position == 0) {
      return put(under, depth + 1);
    }
    List<Node> items = under instanceof Node.Sequence list ? list.items() : List.of(under);
    if (position >= items.size()) {
      throw new MissingPathException(
          SweepMessages.noElement(path.text(), path.way(depth), items.size()));
    }
    List<Node> changed = new ArrayList<>(items);
    changed.set(position, put(items.get(position), depth + 1));
    return new Node.Sequence(path.place(), changed);
  }

  /** Says that there is nothing at a path. */
  static final class MissingPathException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MissingPathException(String message) {
      super(message);
    }
  }
}
