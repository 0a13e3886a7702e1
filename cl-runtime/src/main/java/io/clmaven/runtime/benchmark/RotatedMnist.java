package io.clmaven.runtime.benchmark;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.component.Selection;
import io.clmaven.runtime.component.Setting;
import io.clmaven.runtime.data.DataSet;
import io.clmaven.runtime.data.DataStore;
import io.clmaven.runtime.data.PackedDataSet.Split;
import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.random.RandomStreams;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Rotated MNIST: every task shows the same digits turned by an angle of its own, counter-clockwise
 * about the centre of the image, with bilinear interpolation and black outside (Lopez-Paz and
 * Ranzato, NeurIPS 2017, who spread random angles over 180 degrees). Inputs keep the shape of the
 * image: [1, 28, 28] for MNIST.
 */
public final class RotatedMnist implements Benchmark {

  /** How the angles are chosen. */
  public enum Angles {
    /** Task i is turned by i x step. */
    EVEN,
    /** Task i is turned by a random angle of [i x step, (i + 1) x step). */
    RANDOM
  }

  /** Parameters. */
  public record Settings(
      @Setting(value = "Number of tasks.", byDefault = "10", range = "[1, inf)") int tasks,
      @Setting(value = "Degrees from task to task.", byDefault = "10", range = "(-360, 360)")
          double step,
      @Setting(
              value =
                  "'even' turns task i by i x step; 'random' by an angle of [i x step, (i + 1) x"
                      + " step) drawn by the seed.",
              byDefault = "even")
          Angles angles,
      @Setting(value = "Data set whose images are turned.", byDefault = "mnist")
          Selection<DataSet> dataSet,
      @Setting(
              value =
                  "Share of the training images held out for validation: drawn by the seed, the"
                      + " same images in every task.",
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
          List<Double> deviation)
      implements ImageSettings {}

  @Override
  public Declaration declaration() {
    return new Declaration(
        "rotated-mnist",
        "Every task shows all digits turned by an angle of its own.",
        "Lopez-Paz and Ranzato (GEM), NeurIPS 2017",
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
        .map(form -> new Dimensions(form.shape(), form.classes(), settings.tasks()));
  }

  @Override
  public TaskStream open(Record parameters, DataStore store, RandomStreams random) {
    Settings settings = (Settings) parameters;
    ImageTasks tasks = new ImageTasks(settings, store, random.seed());
    int classes = tasks.data().classes().size();
    int[] labels = IntStream.range(0, classes).toArray();
    Holdout holdout = tasks.holdout(tasks.indices(Split.TRAIN, labels));
    List<Task> made =
        IntStream.range(0, settings.tasks())
            .mapToObj(
                i -> tasks.task(i, variation(tasks, labels, angle(i, settings, tasks)), holdout))
            .toList();
    return new FixedTaskStream(made, tasks.data().shape(), classes);
  }

  private static double angle(int task, Settings settings, ImageTasks tasks) {
    double shift = settings.angles() == Angles.RANDOM ? tasks.stream("angles").nextDouble() : 0;
    return (task + shift) * settings.step();
  }

  private static ImageTasks.Variation variation(ImageTasks tasks, int[] labels, double angle) {
    List<Integer> shape = tasks.data().shape();
    return new ImageTasks.Variation(
        name(angle),
        new OutputRange(0, labels.length),
        labels,
        shape,
        new RotatedInputs(tasks.normalisation(), shape, angle));
  }

  private static String name(double angle) {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    return new DecimalFormat("0.##", symbols).format(angle) + " degrees";
  }
}
