package io.clmaven.runtime.experiment.trial;

import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.data.Examples;
import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.experiment.Training;
import io.clmaven.runtime.method.TrainingSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The training examples of a task, divided into mini-batches. Tasks with the same outputs form a
 * group: their examples are shuffled together. Tasks with outputs of their own (heads) are groups
 * of their own, because a batch has one output range; each group is cut into batches by itself (its
 * last batch may be smaller, or {@linkplain Training.LastBatch left out}) and the batches of all
 * groups come in random order.
 */
final class TrainingData {

  /** Examples with the same outputs, at {@code first} and the following places of the order. */
  record Group(OutputRange outputs, Examples examples, int first) {}

  /** A mini-batch: {@code count} places of the order from {@code from} on. */
  record Slice(Group group, int from, int count) {}

  private final List<Task> tasks;
  private final List<Group> groups = new ArrayList<>();
  private final List<Slice> slices = new ArrayList<>();
  private final int size;

  TrainingData(TrainingSet set, Training training) {
    this.tasks = set.tasks();
    Map<OutputRange, List<Examples>> byOutputs = new LinkedHashMap<>();
    for (Task task : tasks) {
      byOutputs.computeIfAbsent(task.outputs(), o -> new ArrayList<>()).add(task.presented());
    }
    int first = 0;
    for (Map.Entry<OutputRange, List<Examples>> entry : byOutputs.entrySet()) {
      Group group = new Group(entry.getKey(), JoinedExamples.of(entry.getValue()), first);
      groups.add(group);
      cut(group, training);
      first = Math.addExact(first, group.examples().size());
    }
    this.size = first;
  }

  private void cut(Group group, Training training) {
    int count = training.lastBatch().used(group.examples().size(), training.batchSize());
    for (int i = 0; i < count; i += training.batchSize()) {
      slices.add(new Slice(group, group.first() + i, Math.min(training.batchSize(), count - i)));
    }
  }

  List<Task> tasks() {
    return tasks;
  }

  List<Group> groups() {
    return groups;
  }

  /** Returns the number of mini-batches of an epoch. */
  int batches() {
    return slices.size();
  }

  Slice slice(int batch) {
    return slices.get(batch);
  }

  /** Returns the number of examples. */
  int size() {
    return size;
  }
}
