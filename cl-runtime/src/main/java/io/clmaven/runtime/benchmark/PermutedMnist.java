package io.clmaven.runtime.benchmark;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.component.Selection;
import io.clmaven.runtime.component.Setting;
import io.clmaven.runtime.data.DataSet;
import io.clmaven.runtime.data.DataStore;
import io.clmaven.runtime.data.PackedDataSet.Split;
import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.random.RandomStreams;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Permuted MNIST: every task shows the same digits with their normalised pixels in an order of its
 * own. Permutations, validation images (the first ones in file order) and normalisation are those
 * of the official code of GPM (Saha, Garg and Roy, ICLR 2021); see {@link PixelPermutations}.
 * Inputs are flat: [784] for MNIST.
 */
public final class PermutedMnist implements Benchmark {

  /** Parameters. */
  public record Settings(
      @Setting(value = "Number of tasks.", byDefault = "10", range = "[1, inf)") int tasks,
      @Setting(value = "Data set whose images are permuted.", byDefault = "mnist")
          Selection<DataSet> dataSet,
      @Setting(
              value =
                  "Share of the training images held out for validation: the first ones in file"
                      + " order.",
              byDefault = "0.1",
              range = "[0, 1)")
          double validation,
      @Setting(
              value = "Training images per task, drawn at random; all of them if not set.",
              range = "[1, inf)")
          Optional<Integer> trainingSamples,
      @Setting(
              value = "Subtracted from pixels of 0 to 1; one value or one per channel.",
              byDefault = "[0.1307]")
          List<Double> mean,
      @Setting(
              value = "What the difference is divided by; one value or one per channel.",
              byDefault = "[0.3081]",
              range = "(0, inf)")
          List<Double> deviation,
      @Setting(
              value =
                  "Whether the first task shows the images as they are; the other tasks keep their"
                      + " permutations.",
              byDefault = "false")
          boolean identityFirst)
      implements ImageSettings {}

  @Override
  public Declaration declaration() {
    return new Declaration(
        "permuted-mnist",
        "Every task shows all digits with the pixels in an order of its own.",
        "Goodfellow et al., arXiv:1312.6211, 2013; permutations of Saha, Garg and Roy (GPM), ICLR"
            + " 2021",
        Settings.class);
  }

  @Override
  public Scenario scenario(Record parameters) {
    return Scenario.DOMAIN;
  }

  @Override
  public List<Selection<DataSet>> dataSets(Record parameters) {
    return List.of(((Settings) parameters).dataSet());
  }

  @Override
  public Optional<Dimensions> dimensions(Record parameters) {
    Settings settings = (Settings) parameters;
    return settings
        .form()
        .map(form -> new Dimensions(List.of(form.size()), form.classes(), settings.tasks()));
  }

  @Override
  public TaskStream open(Record parameters, DataStore store, RandomStreams random) {
    Settings settings = (Settings) parameters;
    if (random.seed() < 0 || random.seed() > Integer.MAX_VALUE) {
      throw BenchmarkMessages.seedOutOfRange(random.seed());
    }
    ImageTasks tasks = new ImageTasks(settings, store, random.seed());
    PixelPermutations permutations = new PixelPermutations(settings.tasks(), (int) random.seed());
    int pixels = tasks.data().shape().stream().reduce(1, Math::multiplyExact);
    List<Task> made =
        IntStream.range(0, settings.tasks())
            .mapToObj(i -> task(i, tasks, settings, permutations))
            .toList();
    return new FixedTaskStream(made, List.of(pixels), tasks.data().classes().size());
  }

  private static Task task(
      int index, ImageTasks tasks, Settings settings, PixelPermutations permutations) {
    int pixels = tasks.data().shape().stream().reduce(1, Math::multiplyExact);
    boolean identity = index == 0 && settings.identityFirst();
    Inputs inputs =
        identity
            ? tasks.normalisation()
            : new PermutedInputs(tasks.normalisation(), permutations.permutation(index, pixels));
    int classes = tasks.data().classes().size();
    int[] labels = IntStream.range(0, classes).toArray();
    String name = identity ? "not permuted" : "permutation " + permutations.seed(index);
    ImageTasks.Variation variation =
        new ImageTasks.Variation(
            name, new OutputRange(0, classes), labels, List.of(pixels), inputs);
    int[] images = tasks.indices(Split.TRAIN, labels);
    return tasks.task(index, variation, Holdout.ofFirst(images, settings.validation()));
  }
}
