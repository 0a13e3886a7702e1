package io.clmaven.runtime.metric;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All metrics of an accuracy matrix, by id. */
public final class Metrics {

  private static final List<Metric> ALL =
      List.of(
          new Accuracy(),
          new BackwardTransfer(),
          new BackwardInterference(),
          new MaximumForgetting(),
          new FirstForgetting(),
          new ForwardTransfer(),
          new FirstForwardTransfer(),
          new LearningAccuracy());

  private static final Map<String, String> ALIASES = Map.of("forgetting", "forgetting.max");

  private Metrics() {}

  /** Returns all metrics in the order in which they are shown. */
  public static List<Metric> all() {
    return ALL;
  }

  /** Returns the ids of all metrics, in the order in which they are shown. */
  public static List<String> ids() {
    return ALL.stream().map(Metric::id).toList();
  }

  /** Returns other names that {@link #find} understands, with the id that each stands for. */
  public static Map<String, String> aliases() {
    return ALIASES;
  }

  /** Returns the metric of that id or alias, if there is one. */
  public static Optional<Metric> find(String name) {
    String id = ALIASES.getOrDefault(name, name);
    return ALL.stream().filter(m -> m.id().equals(id)).findFirst();
  }

  /** Computes all metrics; absent where a metric is undefined. */
  public static Map<String, Double> compute(AccuracyMatrix accuracy) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (Metric metric : ALL) {
      metric.compute(accuracy).ifPresent(value -> values.put(metric.id(), value));
    }
    return values;
  }
}
