package io.clmaven.runtime.benchmark;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.component.Inline;
import io.clmaven.runtime.component.Selection;
import io.clmaven.runtime.component.Setting;
import io.clmaven.runtime.data.DataSet;
import io.clmaven.runtime.data.DataStore;
import io.clmaven.runtime.data.ImageForm;
import io.clmaven.runtime.data.PackedDataSet.Split;
import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.random.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * 5-datasets (Ebrahimi et al., ECCV 2020; GPM, ICLR 2021): every task is a data set of its own with
 * its own head, in the order CIFAR-10, MNIST, SVHN, Fashion-MNIST, notMNIST. All images are shown
 * as [3, 32, 32]: grey ones are repeated on three channels, those of 28 x 28 pixels get a black
 * frame of two pixels, both before normalisation. Each data set has its own mean and deviation.
 *
 * <p>The first 5 % of the training images after NumPy's shuffle with seed 1, in every run, are held
 * out: 47,500, 57,000, 69,595, 57,000 and 16,009 are left to learn from; 10,000, 10,000, 26,032,
 * 10,000 and 1,873 are tested. Of notMNIST other images are tested than in the official code, see
 * {@link io.clmaven.runtime.data.NotMnist}.
 *
 * <p>TAG (Malviya, Ravindran and Chandar, CoLLAs 2022) has another form, whose pixels stay in [0,
 * 1]: {@code dataSets: [{dataSet: cifar10}, {dataSet: mnist}, {dataSet: svhn}, {dataSet:
 * notmnist-shuffled}, {dataSet: fashion-mnist}], validation: 0, fit: bilinear, outputs: 100}. Half
 * of its outputs are never used. It enlarges notMNIST with OpenCV; here PIL's way is taken, which
 * differs by one grey level at most.
 *
 * <p>Other data sets of grey or coloured images, at most 32 pixels high and wide, can be listed.
 */
public final class FiveDatasets implements Benchmark {

  private static final List<Integer> SHAPE = List.of(3, 32, 32);

  /** A task: a data set and its normalisation. */
  public record Entry(
      @Setting("Data set of the task.") Selection<DataSet> dataSet, @Inline PixelMoments moments) {}

  /** Parameters. */
  public record Settings(
      @Setting(
              value = "The tasks in order, each a data set with its mean and deviation.",
              byDefault =
                  "[{dataSet: cifar10, mean: [0.49137255, 0.48235294, 0.44666667], deviation:"
                      + " [0.24705882, 0.24352941, 0.26156863]}, {dataSet: mnist, mean: [0.1],"
                      + " deviation: [0.2752]}, {dataSet: svhn, mean: [0.4377, 0.4438, 0.4728],"
                      + " deviation: [0.198, 0.201, 0.197]}, {dataSet: fashion-mnist, mean: [0.2190],"
                      + " deviation: [0.3318]}, {dataSet: notmnist, mean: [0.4254], deviation:"
                      + " [0.4501]}]")
          List<Entry> dataSets,
      @Setting(
              value =
                  "Share of the training images of each task held out for validation: the first ones"
                      + " after NumPy's shuffle with seed 1.",
              byDefault = "0.05",
              range = "[0, 1)")
          double validation,
      @Setting(value = ImageSettings.TRAINING_SAMPLES, range = "[1, inf)")
          Optional<Integer> trainingSamples,
      @Setting(Fit.EFFECT) Optional<Fit> fit,
      @Setting(
              value =
                  "Outputs of the network, the first ones used; as many as there are classes if not"
                      + " set.",
              range = "[1, inf)")
          Optional<Integer> outputs) {

    /** Checks that there is a task. */
    public Settings {
      if (dataSets.isEmpty()) {
        throw new IllegalArgumentException("'dataSets' is empty. List at least one data set.");
      }
    }

    private List<ImageSettings> parts() {
      return dataSets.stream()
          .<ImageSettings>map(entry -> new FiveDatasetsPart(entry, validation, trainingSamples))
          .toList();
    }

    private int outputs(int classes) {
      if (outputs.orElse(classes) < classes) {
        throw BenchmarkMessages.tooFewOutputs(outputs.orElseThrow(), classes);
      }
      return outputs.orElse(classes);
    }
  }

  @Override
  public Declaration declaration() {
    return new Declaration(
        "five-datasets",
        "Five data sets of ten classes, one after the other.",
        "Ebrahimi et al., ECCV 2020; Saha, Garg and Roy (GPM), ICLR 2021",
        Settings.class);
  }

  @Override
  public Scenario scenario(Record parameters) {
    return Scenario.TASK;
  }

  @Override
  public List<Selection<DataSet>> dataSets(Record parameters) {
    return ((Settings) parameters).dataSets().stream().map(Entry::dataSet).toList();
  }

  @Override
  public Optional<Dimensions> dimensions(Record parameters) {
    List<ImageForm> forms =
        ((Settings) parameters)
            .parts().stream().map(ImageSettings::form).flatMap(Optional::stream).toList();
    int tasks = ((Settings) parameters).dataSets().size();
    int classes = forms.stream().mapToInt(ImageForm::classes).sum();
    return forms.size() == tasks
        ? Optional.of(new Dimensions(SHAPE, ((Settings) parameters).outputs(classes), tasks))
        : Optional.empty();
  }

  @Override
  public List<Mistake> mistakes(Record parameters) {
    return ((Settings) parameters)
        .parts().stream().map(ImageSettings::tooManySamples).flatMap(Optional::stream).toList();
  }

  @Override
  public TaskStream open(Record parameters, DataStore store, RandomStreams random) {
    Settings settings = (Settings) parameters;
    MaterialisedExamples.Rows rows = new MaterialisedExamples.Rows();
    List<Task> made = new ArrayList<>();
    int classes = 0;
    for (ImageSettings part : settings.parts()) {
      ImageTasks tasks = new ImageTasks(part, store, random.seed(), rows);
      OutputRange head = new OutputRange(classes, classes + tasks.data().classes().size());
      Inputs inputs = inputs(part, tasks.data().shape(), settings.fit().orElse(Fit.FRAME));
      int[] labels = IntStream.range(0, head.size()).toArray();
      String name = part.dataSet().name();
      made.add(
          task(made.size(), tasks, new ImageTasks.Variation(name, head, labels, SHAPE, inputs)));
      classes = head.to();
    }
    return new FixedTaskStream(made, SHAPE, settings.outputs(classes));
  }

  private static Inputs inputs(ImageSettings part, List<Integer> shape, Fit fit) {
    if (!fits(shape)) {
      throw BenchmarkMessages.doesNotFit(part.dataSet().name(), shape, SHAPE);
    }
    return fit.inputs(shape, SHAPE, new Normalisation(SHAPE, part.moments()));
  }

  private static Task task(int index, ImageTasks tasks, ImageTasks.Variation variation) {
    int[] images = tasks.indices(Split.TRAIN, variation.labels());
    return tasks.task(index, variation, tasks.holdout(images));
  }

  private static boolean fits(List<Integer> shape) {
    return (shape.get(0) == 1 || shape.get(0).equals(SHAPE.get(0)))
        && shape.get(1) <= SHAPE.get(1)
        && shape.get(2) <= SHAPE.get(2);
  }
}
