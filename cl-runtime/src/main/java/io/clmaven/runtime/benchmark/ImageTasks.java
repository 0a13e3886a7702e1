package io.clmaven.runtime.benchmark;

import io.clmaven.runtime.benchmark.ImageExamples.Selected;
import io.clmaven.runtime.data.DataStore;
import io.clmaven.runtime.data.Examples;
import io.clmaven.runtime.data.PackedDataSet;
import io.clmaven.runtime.data.PackedDataSet.Split;
import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.random.NumpyRandom;
import io.clmaven.runtime.random.RandomStream;
import io.clmaven.runtime.random.RandomStreams;
import io.clmaven.runtime.random.TorchRandom;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Makes the tasks of one stream from one set of images. Random decisions draw from streams of its
 * own, so that opening a stream again gives the same tasks whatever was drawn elsewhere.
 */
final class ImageTasks {

  private static final String SAMPLES = "draw the training samples";
  private static final String VALIDATION = "draw the validation images";

  private final PackedDataSet data;
  private final ImageSettings settings;
  private final RandomStreams random;
  private final Normalisation normalisation;
  private final IntFunction<int[]> sampling;
  private final MaterialisedExamples.Rows rows;

  /** Opens the images of a stream that has no others. */
  ImageTasks(ImageSettings settings, DataStore store, long seed) {
    this(settings, store, seed, new MaterialisedExamples.Rows());
  }

  /** Opens images of a stream whose tasks share {@code rows}. */
  ImageTasks(ImageSettings settings, DataStore store, long seed, MaterialisedExamples.Rows rows) {
    this.rows = rows;
    this.settings = settings;
    this.data = settings.dataSet().create().open(settings.dataSet().parameters(), store);
    this.random = new RandomStreams(seed);
    this.normalisation = new Normalisation(data.shape(), settings.moments());
    this.sampling = sampling();
  }

  private IntFunction<int[]> sampling() {
    return switch (settings.sampling()) {
      case RANDOM -> stream("samples")::permutation;
      case TORCH -> new TorchRandom(officialSeed(SAMPLES))::permutation;
      case FIRST -> length -> IntStream.range(0, length).toArray();
    };
  }

  /**
   * What makes a task different from the others.
   *
   * @param name short name for reports
   * @param outputs outputs that answer it
   * @param labels local label of every label of the data set, -1 for classes of other tasks
   * @param shape shape of one input
   * @param inputs makes the inputs
   */
  record Variation(
      String name, OutputRange outputs, int[] labels, List<Integer> shape, Inputs inputs) {}

  PackedDataSet data() {
    return data;
  }

  Normalisation normalisation() {
    return normalisation;
  }

  /** Returns the stream for one kind of decision. */
  RandomStream stream(String decision) {
    return random.stream("benchmark." + decision);
  }

  /** Returns the indices of all images of a split whose class has a local label. */
  int[] indices(Split split, int[] labels) {
    int[] found = new int[data.size(split)];
    int count = 0;
    for (int i = 0; i < found.length; i++) {
      if (labels[data.label(split, i)] >= 0) {
        found[count++] = i;
      }
    }
    return Arrays.copyOf(found, count);
  }

  /** Divides training images as the settings say. */
  Holdout holdout(int[] images) {
    double share = settings.validation();
    return switch (settings.holdout()) {
      case RANDOM -> Holdout.ofRandom(images, share, stream("validation"));
      case FIRST -> Holdout.ofFirst(images, share);
      case PER_CLASS ->
          Holdout.ofEveryClass(
              images, i -> data.label(Split.TRAIN, i), share, stream("validation"));
      case NUMPY -> {
        int seed = officialSeed(settings.holdoutSeed(random.seed()), VALIDATION);
        yield Holdout.ofShuffled(images, share, new NumpyRandom(seed));
      }
    };
  }

  /** Returns the seed of the run as the generators of the official code take it. */
  int officialSeed(String purpose) {
    return officialSeed(random.seed(), purpose);
  }

  /** Returns a seed as the generators of the official code take it. */
  private static int officialSeed(long seed, String purpose) {
    if (seed < 0 || seed > Integer.MAX_VALUE) {
      throw BenchmarkMessages.seedOutOfRange(purpose, seed);
    }
    return (int) seed;
  }

  /** Makes a task: called once per task, in order. */
  Task task(int index, Variation variation, Holdout holdout) {
    Holdout used = holdout.sampled(settings.trainingSamples(), sampling);
    Examples train = examples(variation, Split.TRAIN, used.train());
    int[] test = indices(Split.TEST, variation.labels());
    if (used.train().length == 0 || test.length == 0) {
      throw BenchmarkMessages.noImages(variation.name(), test.length == 0 ? "test" : "training");
    }
    return new Task(
        index,
        variation.name(),
        variation.outputs(),
        new MaterialisedExamples(index, train, rows),
        examples(variation, Split.TRAIN, used.validation()),
        examples(variation, Split.TEST, test));
  }

  private Examples examples(Variation variation, Split split, int[] indices) {
    return new ImageExamples(
        new Selected(data, split, indices),
        variation.labels(),
        variation.shape(),
        variation.inputs());
  }
}
