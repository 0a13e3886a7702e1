package io.clmaven.runtime.benchmark;

import io.clmaven.runtime.benchmark.ImageExamples.Selected;
import io.clmaven.runtime.data.DataStore;
import io.clmaven.runtime.data.Examples;
import io.clmaven.runtime.data.PackedDataSet;
import io.clmaven.runtime.data.PackedDataSet.Split;
import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.random.RandomStream;
import io.clmaven.runtime.random.RandomStreams;
import java.util.Arrays;
import java.util.List;

/**
 * Makes the tasks of one stream from one set of images. Random decisions draw from streams of its
 * own, so that opening a stream again gives the same tasks whatever was drawn elsewhere.
 */
final class ImageTasks {

  private final PackedDataSet data;
  private final ImageSettings settings;
  private final RandomStreams random;
  private final Normalisation normalisation;
  private final MaterialisedExamples.Rows rows = new MaterialisedExamples.Rows();

  ImageTasks(ImageSettings settings, DataStore store, long seed) {
    this.settings = settings;
    this.data = settings.dataSet().create().open(settings.dataSet().parameters(), store);
    this.random = new RandomStreams(seed);
    this.normalisation = new Normalisation(data.shape(), settings.mean(), settings.deviation());
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

  /** Makes a task: called once per task, in order. */
  Task task(int index, Variation variation, Holdout holdout) {
    Holdout used = holdout.sampled(settings.trainingSamples(), stream("samples"));
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
