package io.clmaven.runtime.optimizer.tag;

import io.clmaven.runtime.diagnostic.Diagnostics;
import io.clmaven.runtime.diagnostic.HeatMap;
import io.clmaven.runtime.engine.ParameterLayout;
import io.clmaven.runtime.engine.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** How tasks weighed on each other, and how alike their gradients were. */
final class TagDiagnostics {

  private static final String WEIGHTS =
      "Weight alpha of a past task (column) while another one (row) was learnt: mean over %s and"
          + " over the steps of the last epoch. Above 1, the gradients oppose those of the past"
          + " task and steps are short.";

  private final ParameterLayout layout;
  private final TaskMoments moments;
  private final AlphaHistory history;

  TagDiagnostics(ParameterLayout layout, TaskMoments moments, AlphaHistory history) {
    this.layout = layout;
    this.moments = moments;
    this.history = history;
  }

  /** Returns a map of all tensors, one for each group of layers and the similarities. */
  Diagnostics toDiagnostics() {
    if (history.tasks() < 2) {
      return Diagnostics.NONE;
    }
    List<HeatMap> maps = new ArrayList<>();
    maps.add(weights("tag.alpha", "Weights of past tasks", "all tensors", tensor -> true));
    List<String> groups = layout.segments().stream().map(TagDiagnostics::group).distinct().toList();
    for (String group : groups) {
      maps.add(
          weights(
              "tag.alpha." + group,
              "Weights of past tasks, " + group,
              "the tensors of " + group,
              tensor -> group(layout.segments().get(tensor)).equals(group)));
    }
    maps.add(similarities());
    return new Diagnostics(List.of(), maps);
  }

  /** Layers {@code layer1.0.conv1} and {@code layer1.1.bn2} belong to {@code layer1}. */
  private static String group(Segment segment) {
    return segment.layer().split("\\.", 2)[0];
  }

  private HeatMap weights(String id, String title, String mean, IntPredicate tensors) {
    return map(
        id,
        title,
        WEIGHTS.formatted(mean),
        (task, other) ->
            other < task ? mean(tensors, p -> history.mean(task, p, other)) : Double.NaN);
  }

  private HeatMap similarities() {
    double[][] cosines = cosines();
    return map(
        "tag.similarity",
        "Similarity of tasks",
        "Cosine between the last mean gradients of two tasks: mean over all tensors.",
        (task, other) -> cosines[Math.max(task, other)][Math.min(task, other)]);
  }

  /** Returns the mean cosine of each task, those before it and itself [tasks, task + 1]. */
  private double[][] cosines() {
    double[][] norms = norms();
    return IntStream.range(0, norms.length)
        .mapToObj(i -> IntStream.rangeClosed(0, i).mapToDouble(j -> cosine(norms, i, j)).toArray())
        .toArray(double[][]::new);
  }

  private double cosine(double[][] norms, int task, int other) {
    return mean(
        tensor -> true, p -> moments.product(p, task, other) / norms[task][p] / norms[other][p]);
  }

  private double[][] norms() { // [tasks, tensors]
    int tensors = layout.segments().size();
    return IntStream.range(0, history.tasks())
        .mapToObj(
            task ->
                IntStream.range(0, tensors)
                    .mapToDouble(p -> Math.sqrt(moments.product(p, task, task)))
                    .toArray())
        .toArray(double[][]::new);
  }

  /** Returns the mean over those tensors that have a number. */
  private double mean(IntPredicate tensors, IntToDoubleFunction value) {
    return IntStream.range(0, layout.segments().size())
        .filter(tensors)
        .mapToDouble(value)
        .filter(number -> !Double.isNaN(number))
        .average()
        .orElse(Double.NaN);
  }

  private interface Cell {
    double value(int row, int column);
  }

  private HeatMap map(String id, String title, String description, Cell cell) {
    int tasks = history.tasks();
    List<String> names = IntStream.rangeClosed(1, tasks).mapToObj("task %d"::formatted).toList();
    List<List<Double>> values =
        IntStream.range(0, tasks)
            .mapToObj(i -> IntStream.range(0, tasks).mapToObj(j -> cell.value(i, j)).toList())
            .toList();
    return new HeatMap(id, title, description, "", names, names, values);
  }
}
