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
 * CIFAR-100 superclass: every task is one of the 20 coarse groups with its five fine classes and
 * has a head of its own (Yoon et al., ICLR 2020; GPM, ICLR 2021; FS-DGPM, NeurIPS 2021). Of the
 * 2,500 training images of a task 125 are held out, the first ones after NumPy's shuffle; 500 are
 * tested. Pixels are divided by 255 and not normalised otherwise.
 *
 * <p>All published results were computed on {@link ScrambledPixels}, which is the default. GPM
 * shuffles with seed 0 in every run, the default; FS-DGPM with the seed of the run. Task i answers
 * with outputs 5 i to 5 i + 4; FS-DGPM gives these to superclass i, which is the same network with
 * its last layer in another order.
 *
 * <p>Another data set of 100 classes is divided by the same labels, though its groups mean nothing.
 */
public final class Cifar100SuperclassTasks implements Benchmark {

  private static final int CLASSES = 100;
  private static final int PER_TASK = 5;

  /** How the pixels of an image lie. */
  public enum Layout {
    /** As the official code reads them: see {@link ScrambledPixels}. */
    SCRAMBLED,
    /** As the picture has them. */
    IMAGE
  }

  /** Which seed shuffles the training images before the first ones are held out. */
  public enum HoldoutSeed {
    /** 0 in every run, as in the code of GPM. */
    FIXED,
    /** That of the run, as in the code of FS-DGPM. */
    RUN
  }

  /** Parameters. */
  public record Settings(
      @Setting(
              value = "Number of tasks: the first ones of the order.",
              byDefault = "20",
              range = "[1, 20]")
          int tasks,
      @Setting(
              value = "Which of the five published orders of the tasks.",
              byDefault = "0",
              range = "[0, 4]")
          int taskOrder,
      @Setting(
              value =
                  "'scrambled' reads the colour planes as the official code does, 'image' shows"
                      + " correct images.",
              byDefault = "scrambled")
          Layout layout,
      @Setting(value = "Data set of 100 classes.", byDefault = "cifar100")
          Selection<DataSet> dataSet,
      @Setting(
              value = "Share of the training images of each task held out for validation.",
              byDefault = "0.05",
              range = "[0, 1)")
          double validation,
      @Setting(
              value =
                  "Seed of the shuffle before the hold-out: 'fixed' takes 0 in every run, 'run' the"
                      + " seed of the run.",
              byDefault = "fixed")
          HoldoutSeed holdoutSeed,
      @Setting(value = ImageSettings.TRAINING_SAMPLES, range = "[1, inf)")
          Optional<Integer> trainingSamples)
      implements ImageSettings {

    @Override
    public Optional<Integer> classesOfTask() {
      return Optional.of(PER_TASK);
    }

    @Override
    public HoldoutChoice holdout() {
      return HoldoutChoice.NUMPY;
    }

    @Override
    public long holdoutSeed(long runSeed) {
      return holdoutSeed == HoldoutSeed.FIXED ? 0 : runSeed;
    }

    @Override
    public PixelMoments moments() {
      return PixelMoments.NONE;
    }
  }

  @Override
  public Declaration declaration() {
    return new Declaration(
        "cifar100-superclass",
        "The 20 coarse groups of CIFAR-100, five fine classes each.",
        "Yoon et al. (APD), ICLR 2020; Saha, Garg and Roy (GPM), ICLR 2021",
        Settings.class);
  }

  @Override
  public Scenario scenario(Record parameters) {
    return Scenario.TASK;
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
        .map(form -> new Dimensions(form.shape(), PER_TASK * settings.tasks(), settings.tasks()));
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
    if (classes != CLASSES) {
      throw BenchmarkMessages.notHundredClasses(settings.dataSet().name(), classes);
    }
    List<Cifar100Superclass> order =
        TaskOrder.superclasses(settings.taskOrder()).subList(0, settings.tasks());
    Inputs inputs = inputs(settings.layout(), tasks);
    List<Task> made =
        IntStream.range(0, order.size())
            .mapToObj(i -> task(i, order.get(i), tasks, inputs))
            .toList();
    return new FixedTaskStream(made, tasks.data().shape(), PER_TASK * made.size());
  }

  private static Inputs inputs(Layout layout, ImageTasks tasks) {
    List<Integer> shape = tasks.data().shape();
    return layout == Layout.IMAGE
        ? tasks.normalisation()
        : new PermutedInputs(
            tasks.normalisation(),
            ScrambledPixels.permutation(shape.get(0), shape.get(1) * shape.get(2)));
  }

  private static Task task(int index, Cifar100Superclass group, ImageTasks tasks, Inputs inputs) {
    int[] labels = IntStream.range(0, CLASSES).map(group::localLabel).toArray();
    ImageTasks.Variation variation =
        new ImageTasks.Variation(
            group.name(),
            new OutputRange(PER_TASK * index, PER_TASK * (index + 1)),
            labels,
            tasks.data().shape(),
            inputs);
    return tasks.task(index, variation, tasks.holdout(tasks.indices(Split.TRAIN, labels)));
  }
}
