package io.clmaven.runtime.method.gpm;

import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.flat;
import static io.clmaven.runtime.replay.Reference.ints;
import static io.clmaven.runtime.replay.Reference.list;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.random.RandomStream;
import io.clmaven.runtime.random.RandomStreams;
import io.clmaven.runtime.replay.ListExamples;

/** The tasks of a trajectory with images and one head per task. */
final class TrajectoryTasks {

  private static final float UNIT = 1 / 8f;

  private final TrajectoryNetwork trained;
  private final RandomStream draws;

  /**
   * Makes the reader.
   *
   * @param random with the seed that the method gets: it draws from a stream of the same name
   */
  TrajectoryTasks(TrajectoryNetwork trained, RandomStreams random) {
    this.trained = trained;
    this.draws = random.stream("representation");
  }

  /** Reads a task. */
  Task task(JsonNode task) {
    int index = field(task, "task").intValue();
    int from = index * trained.classes();
    OutputRange outputs = new OutputRange(from, from + trained.classes());
    ListExamples train = examples(task, "train");
    return new Task(index, "task " + index, outputs, train, train, examples(task, "test"));
  }

  private ListExamples examples(JsonNode task, String part) {
    float[][] images =
        list(field(task, "x_%s_int_div8".formatted(part))).stream()
            .map(TrajectoryTasks::image)
            .toArray(float[][]::new);
    return new ListExamples(trained.model().inputShape(), images, ints(field(task, "y_" + part)));
  }

  private static float[] image(JsonNode eighths) {
    float[] values = flat(eighths);
    for (int i = 0; i < values.length; i++) {
      values[i] *= UNIT;
    }
    return values;
  }

  /** Orders the samples such that the method draws them as the official code did. */
  Task ordered(Task task, int[] order) {
    int[] drawn = draws.permutation(order.length);
    int[] places = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      places[drawn[i]] = order[i];
    }
    ListExamples train = ((ListExamples) task.train()).select(places);
    return new Task(task.index(), task.name(), task.outputs(), train, train, task.test());
  }
}
