package io.clmaven.runtime.benchmark;

import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.random.PythonRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Classes of a data set divided among tasks.
 *
 * @param order labels of the data set in the order of the tasks, {@code perTask} each
 * @param perTask classes of a task
 * @param scenario decides labels and outputs
 */
record ClassGroups(int[] order, int perTask, Scenario scenario) {

  private static final int LISTED = 5;

  /** Divides the classes as the settings say. */
  static ClassGroups of(SplitSettings settings, ImageTasks tasks) {
    int classes = tasks.data().classes().size();
    int perTask = perTask(settings, classes);
    int[] order = new int[classes];
    Arrays.setAll(order, i -> i);
    switch (settings.split().classOrder()) {
      case LABELS -> {}
      case RANDOM -> tasks.stream("classes").shuffle(order);
      case PYTHON -> new PythonRandom(tasks.officialSeed("draw the class order")).shuffle(order);
    }
    return new ClassGroups(
        Arrays.copyOf(order, perTask * settings.split().tasks()),
        perTask,
        settings.split().scenario());
  }

  /** Returns the number of outputs of all heads together for that many classes in all. */
  static int outputs(SplitSettings settings, int classes) {
    int perTask = perTask(settings, classes);
    ClassSplit split = settings.split();
    return split.scenario() == Scenario.DOMAIN ? perTask : perTask * split.tasks();
  }

  /** Returns the number of classes of each task, of a data set of that many classes. */
  static int perTask(SplitSettings settings, int classes) {
    String dataSet = settings.dataSet().name();
    int tasks = settings.split().tasks();
    Optional<Integer> given = settings.split().classesPerTask();
    if (given.isEmpty() && classes % tasks != 0) {
      throw BenchmarkMessages.unevenClasses(dataSet, classes, tasks);
    }
    int perTask = given.orElse(classes / tasks);
    if ((long) perTask * tasks > classes) {
      throw BenchmarkMessages.tooFewClasses(dataSet, classes, tasks, perTask);
    }
    return perTask;
  }

  /** Returns the number of outputs of all heads together. */
  int outputs() {
    return scenario == Scenario.DOMAIN ? perTask : order.length;
  }

  /**
   * Returns the outputs that answer a task: its own head where the task is known, the outputs that
   * all tasks share, or all outputs where classes of all tasks compete.
   */
  OutputRange outputs(int task) {
    return scenario == Scenario.TASK
        ? new OutputRange(task * perTask, (task + 1) * perTask)
        : new OutputRange(0, outputs());
  }

  /** Returns the local label of every label of the data set, -1 for classes of other tasks. */
  int[] labels(int task, int classes) {
    int[] labels = new int[classes];
    Arrays.fill(labels, -1);
    for (int k = 0; k < perTask; k++) {
      int position = task * perTask + k;
      labels[order[position]] = scenario == Scenario.CLASS ? position : k;
    }
    return labels;
  }

  /** Returns a short name of a task made of the names of its classes. */
  String name(int task, List<String> classes) {
    List<String> names =
        Arrays.stream(order, task * perTask, (task + 1) * perTask).mapToObj(classes::get).toList();
    return names.size() <= LISTED
        ? names.stream().collect(Collectors.joining(", "))
        : "%s .. %s".formatted(names.get(0), names.get(names.size() - 1));
  }
}
