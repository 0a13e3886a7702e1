package io.clmaven.runtime.benchmark;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.component.Inline;
import io.clmaven.runtime.component.Selection;
import io.clmaven.runtime.component.Setting;
import io.clmaven.runtime.data.DataSet;
import io.clmaven.runtime.data.DataStore;
import io.clmaven.runtime.data.PackedDataSet.Split;
import io.clmaven.runtime.random.RandomStreams;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Permuted MNIST: every task shows the same digits with their normalised pixels in an order of its
 * own. Inputs are flat: [784] for MNIST. Three published forms:
 *
 * <ul>
 *   <li>GPM (Saha, Garg and Roy, ICLR 2021), the default: 10 tasks, {@link PixelPermutations}, the
 *       first 6,000 images in file order held out, 54,000 to learn from.
 *   <li>FS-DGPM (Deng et al., NeurIPS 2021), the file of MER (Riemer et al., ICLR 2019): {@code
 *       tasks: 20, permutations: gem, validation: 0, trainingSamples: 1000, sampling: torch, mean:
 *       [0], deviation: [1]}. The permutations are those of {@link GemPermutations} in every run;
 *       the run's seed chooses the 1,000 images of each task. The original file cannot be had, its
 *       making is taken from the code of GEM. The official code draws the images between other
 *       draws of one generator, so that its choice for a seed is another one. It never looks at the
 *       last test image; here all 10,000 are tested.
 *   <li>The loss landscapes of FS-DGPM: {@code holdout: numpy, trainingSamples: 53999, sampling:
 *       first}: as GPM, but a tenth is held out after a shuffle, and the official code loses the
 *       last training image.
 *   <li>TAG (Malviya, Ravindran and Chandar, CoLLAs 2022), used by none of its scripts: {@code
 *       permutations: tag, heads: per-task, validation: 0, mean: [0], deviation: [1]}.
 * </ul>
 *
 * <p>All 10,000 test images are tested in every task.
 */
public final class PermutedMnist implements Benchmark {

  private static final String PERMUTATIONS = "make the permutations of 'permuted-mnist'";

  /** How the permutations are drawn. */
  public enum Permutations {
    /** As by the code of GPM: anew for every task and seed. */
    GPM,
    /** As by the code of GEM: the same for all seeds. */
    GEM,
    /** As by the code of TAG: anew for every task and seed, the first task not permuted. */
    TAG
  }

  /** Parameters. */
  public record Settings(
      @Setting(value = "Number of tasks.", byDefault = "10", range = "[1, inf)") int tasks,
      @Setting(value = "Data set whose images are permuted.", byDefault = "mnist")
          Selection<DataSet> dataSet,
      @Setting(
              value =
                  "'gpm' draws permutations with NumPy by the seed of the run; 'gem' with torch, the"
                      + " same for all seeds; 'tag' by the seed of the run, none for the first"
                      + " task.",
              byDefault = "gpm")
          Permutations permutations,
      @Setting(
              value = "Share of the training images held out for validation.",
              byDefault = "0.1",
              range = "[0, 1)")
          double validation,
      @Setting(value = HoldoutChoice.EFFECT, byDefault = "first") HoldoutChoice holdout,
      @Setting(value = "Training images per task; all of them if not set.", range = "[1, inf)")
          Optional<Integer> trainingSamples,
      @Setting(
              value =
                  "Which training images are taken if not all: 'random' ones, the 'first' after"
                      + " validation, or those of 'torch' by the seed of the run.",
              byDefault = "random")
          SampleChoice sampling,
      @Inline(byDefault = {"mean: [0.1307]", "deviation: [0.3081]"}) PixelMoments moments,
      @Setting(
              value =
                  "Whether the first task shows the images as they are; the other tasks keep their"
                      + " permutations.",
              byDefault = "false")
          boolean identityFirst,
      @Setting(Heads.EFFECT) Optional<Heads> heads)
      implements ImageSettings {

    private Heads used() {
      return heads.orElse(Heads.SHARED);
    }
  }

  @Override
  public Declaration declaration() {
    return new Declaration(
        "permuted-mnist",
        "Every task shows all digits with the pixels in an order of its own.",
        "Goodfellow et al., arXiv:1312.6211, 2013; permutations of Saha, Garg and Roy (GPM), ICLR"
            + " 2021, or of Lopez-Paz and Ranzato (GEM), NeurIPS 2017",
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
                    List.of(form.size()),
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
    PixelOrders permutations = permutations(settings, tasks);
    int pixels = tasks.data().shape().stream().reduce(1, Math::multiplyExact);
    List<Task> made =
        IntStream.range(0, settings.tasks())
            .mapToObj(i -> task(i, tasks, settings, permutations))
            .toList();
    int outputs = settings.used().total(settings.tasks(), tasks.data().classes().size());
    return new FixedTaskStream(made, List.of(pixels), outputs);
  }

  private static PixelOrders permutations(Settings settings, ImageTasks tasks) {
    return switch (settings.permutations()) {
      case GPM -> new PixelPermutations(settings.tasks(), tasks.officialSeed(PERMUTATIONS));
      case GEM -> new GemPermutations();
      case TAG -> new TagPermutations(task -> tasks.stream("permutation " + task));
    };
  }

  private static Task task(
      int index, ImageTasks tasks, Settings settings, PixelOrders permutations) {
    int pixels = tasks.data().shape().stream().reduce(1, Math::multiplyExact);
    boolean identity = index == 0 && settings.identityFirst();
    Inputs inputs =
        identity
            ? tasks.normalisation()
            : new PermutedInputs(tasks.normalisation(), permutations.permutation(index, pixels));
    int classes = tasks.data().classes().size();
    int[] labels = IntStream.range(0, classes).toArray();
    String name = identity ? PixelOrders.NOT_PERMUTED : permutations.name(index);
    ImageTasks.Variation variation =
        new ImageTasks.Variation(
            name, settings.used().outputs(index, classes), labels, List.of(pixels), inputs);
    return tasks.task(index, variation, tasks.holdout(tasks.indices(Split.TRAIN, labels)));
  }
}
