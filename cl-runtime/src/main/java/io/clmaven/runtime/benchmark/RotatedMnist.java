package io.clmaven.runtime.benchmark;

import io.clmaven.runtime.benchmark.RotatedInputs.Interpolation;
import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.component.Inline;
import io.clmaven.runtime.component.Selection;
import io.clmaven.runtime.component.Setting;
import io.clmaven.runtime.data.DataSet;
import io.clmaven.runtime.data.DataStore;
import io.clmaven.runtime.data.PackedDataSet.Split;
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
 *
 * <p>The form of TAG (Malviya, Ravindran and Chandar, CoLLAs 2022), used by none of its scripts:
 * {@code angles: tag, heads: per-task, validation: 0, mean: [0], deviation: [1]}. It takes the
 * nearest pixel instead of interpolating.
 */
public final class RotatedMnist implements Benchmark {

  private static final String ANGLES = "angles";
  private static final List<Integer> TAG_STEPS = // for one task, two, ...
      List.of(360, 180, 120, 90, 60, 60, 45, 45, 30, 30);
  private static final int TAG_STEP_OF_MORE = 10;

  /** How the angles are chosen. */
  public enum Angles {
    /** Task i is turned by i x step. */
    EVEN,
    /** Task i is turned by a random angle of [i x step, (i + 1) x step). */
    RANDOM,
    /** Task i is turned by a random angle of ((i - 1) x step, i x step], the step TAG's. */
    TAG
  }

  /** Parameters. */
  public record Settings(
      @Setting(value = "Number of tasks.", byDefault = "10", range = "[1, inf)") int tasks,
      @Setting(value = "Degrees from task to task.", byDefault = "10", range = "(-360, 360)")
          double step,
      @Setting(
              value =
                  "'even' turns task i by i x step; 'random' by an angle of [i x step, (i + 1) x"
                      + " step) drawn by the seed; 'tag' by one of ((i - 1) x step, i x step] to the"
                      + " nearest pixel, where the number of tasks decides the step.",
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
      @Setting(value = ImageSettings.TRAINING_SAMPLES, range = "[1, inf)")
          Optional<Integer> trainingSamples,
      @Inline(byDefault = {"mean: [0.1307]", "deviation: [0.3081]"}) PixelMoments moments,
      @Setting(Heads.EFFECT) Optional<Heads> heads)
      implements ImageSettings {

    private Heads used() {
      return heads.orElse(Heads.SHARED);
    }
  }

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
    return ((Settings) parameters).used().scenario();
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
        .map(
            form ->
                new Dimensions(
                    form.shape(),
                    settings.used().total(settings.tasks(), form.classes()),
                    settings.tasks()));
  }

  @Override
  public List<Mistake> mistakes(Record parameters) {
    return ((Settings) parameters).tooManySamples().stream().toList();
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
            .mapToObj(i -> tasks.task(i, variation(i, settings, tasks, labels), holdout))
            .toList();
    int outputs = settings.used().total(settings.tasks(), classes);
    return new FixedTaskStream(made, tasks.data().shape(), outputs);
  }

  private static ImageTasks.Variation variation(
      int task, Settings settings, ImageTasks tasks, int[] labels) {
    List<Integer> shape = tasks.data().shape();
    double angle = angle(task, settings, tasks);
    Interpolation interpolation =
        settings.angles() == Angles.TAG ? Interpolation.NEAREST : Interpolation.BILINEAR;
    return new ImageTasks.Variation(
        name(angle),
        settings.used().outputs(task, labels.length),
        labels,
        shape,
        new RotatedInputs(
            tasks.normalisation(), shape, new RotatedInputs.Turn(angle, interpolation)));
  }

  private static double angle(int task, Settings settings, ImageTasks tasks) {
    return switch (settings.angles()) {
      case EVEN -> task * settings.step();
      case RANDOM -> (task + tasks.stream(ANGLES).nextDouble()) * settings.step();
      case TAG -> (task - tasks.stream(ANGLES).nextDouble()) * tagStep(settings.tasks());
    };
  }

  private static int tagStep(int tasks) {
    return tasks <= TAG_STEPS.size() ? TAG_STEPS.get(tasks - 1) : TAG_STEP_OF_MORE;
  }

  private static String name(double angle) {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    return new DecimalFormat("0.##", symbols).format(angle) + " degrees";
  }
}
