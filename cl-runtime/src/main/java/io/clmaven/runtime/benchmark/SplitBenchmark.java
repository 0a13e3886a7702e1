package io.clmaven.runtime.benchmark;

import io.clmaven.runtime.component.Selection;
import io.clmaven.runtime.data.DataSet;
import io.clmaven.runtime.data.DataStore;
import io.clmaven.runtime.data.PackedDataSet.Split;
import io.clmaven.runtime.random.RandomStreams;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Divides the classes of a data set among the tasks. Validation images are drawn within each task.
 * Inputs keep the shape of the image.
 *
 * <p>Labels: 0 to c - 1 within the task in the task and the domain scenario; in the class scenario
 * the position of the class in the whole stream, and all outputs compete.
 */
abstract sealed class SplitBenchmark implements Benchmark
    permits SplitDataSet, SplitMnist, SplitFashionMnist {

  /** Returns what the parameters of the benchmark say. */
  abstract SplitSettings settings(Record parameters);

  @Override
  public final Scenario scenario(Record parameters) {
    return settings(parameters).split().scenario();
  }

  @Override
  public final List<Selection<DataSet>> dataSets(Record parameters) {
    return List.of(settings(parameters).dataSet());
  }

  @Override
  public final Optional<Dimensions> dimensions(Record parameters) {
    SplitSettings settings = settings(parameters);
    return settings
        .form()
        .map(
            form ->
                new Dimensions(
                    form.shape(),
                    ClassGroups.outputs(settings, form.classes()),
                    settings.split().tasks()));
  }

  @Override
  public final List<Mistake> mistakes(Record parameters) {
    return settings(parameters).tooManySamples().stream().toList();
  }

  @Override
  public final TaskStream open(Record parameters, DataStore store, RandomStreams random) {
    SplitSettings settings = settings(parameters);
    ImageTasks tasks = new ImageTasks(settings, store, random.seed());
    ClassGroups groups = ClassGroups.of(settings, tasks);
    List<Task> made =
        IntStream.range(0, settings.split().tasks())
            .mapToObj(i -> task(i, tasks, groups))
            .map(task -> augmented(task, settings, tasks, random))
            .toList();
    return new FixedTaskStream(made, tasks.data().shape(), groups.outputs());
  }

  /** The draws go on from epoch to epoch, so their stream is one that checkpoints hold. */
  private static Task augmented(
      Task task, SplitSettings settings, ImageTasks tasks, RandomStreams random) {
    float[] black = tasks.normalisation().black();
    return settings
        .augmentation()
        .map(a -> a.of(task.train(), black, random.stream("augmentation")))
        .map(task::presenting)
        .orElse(task);
  }

  private static Task task(int index, ImageTasks tasks, ClassGroups groups) {
    List<String> classes = tasks.data().classes();
    int[] labels = groups.labels(index, classes.size());
    ImageTasks.Variation variation =
        new ImageTasks.Variation(
            groups.name(index, classes),
            groups.outputs(index),
            labels,
            tasks.data().shape(),
            tasks.normalisation());
    return tasks.task(index, variation, tasks.holdout(tasks.indices(Split.TRAIN, labels)));
  }
}
