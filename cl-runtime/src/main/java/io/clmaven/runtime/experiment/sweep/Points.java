package io.clmaven.runtime.experiment.sweep;

import io.clmaven.runtime.experiment.yaml.Node;
import io.clmaven.runtime.random.RandomStream;
import io.clmaven.runtime.random.RandomStreams;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The points of a search: for each of them one value of every parameter. */
final class Points {

  private final List<Parameter> parameters;

  Points(List<Parameter> parameters) {
    this.parameters = List.copyOf(parameters);
  }

  /** Returns the number of combinations of listed values. */
  long combinations() {
    long count = 1;
    for (Parameter parameter : parameters) {
      count *= listed(parameter).size();
      if (count > Integer.MAX_VALUE) {
        return count;
      }
    }
    return count;
  }

  /** Returns every combination of listed values; those of the last parameter change fastest. */
  List<Map<SettingPath, Node>> grid() {
    List<Map<SettingPath, Node>> points = List.of(Map.of());
    for (Parameter parameter : parameters) {
      List<Map<SettingPath, Node>> longer = new ArrayList<>();
      for (Map<SettingPath, Node> point : points) {
        for (Node value : listed(parameter)) {
          Map<SettingPath, Node> next = new LinkedHashMap<>(point);
          next.put(parameter.path(), value);
          longer.add(next);
        }
      }
      points = longer;
    }
    return points;
  }

  private static List<Node> listed(Parameter parameter) {
    return ((Parameter.Listed) parameter.values()).all();
  }

  /**
   * Draws points. Each parameter has a stream of its own: more points, or another parameter, leave
   * the values drawn so far as they are.
   */
  List<Map<SettingPath, Node>> random(Sweep.Drawing drawing) {
    RandomStreams streams = new RandomStreams(drawing.seed());
    List<Map<SettingPath, Node>> points = new ArrayList<>();
    for (int i = 0; i < drawing.points(); i++) {
      points.add(new LinkedHashMap<>());
    }
    for (Parameter parameter : parameters) {
      RandomStream random = streams.stream("sweep " + parameter.path().text());
      points.forEach(point -> point.put(parameter.path(), parameter.values().draw(random)));
    }
    return points;
  }
}
