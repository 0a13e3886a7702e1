package io.clmaven.runtime.benchmark;

import io.clmaven.runtime.component.Selection;
import io.clmaven.runtime.data.DataSet;
import io.clmaven.runtime.data.ImageForm;
import java.util.Optional;

/** Settings that all benchmarks over one set of images have. */
interface ImageSettings {

  String TRAINING_SAMPLES = "Training images per task, drawn at random; all of them if not set.";

  /** Returns where the images come from. */
  Selection<DataSet> dataSet();

  /** Returns what the images are like if that is known without reading any. */
  default Optional<ImageForm> form() {
    return dataSet().create().form(dataSet().parameters());
  }

  /**
   * Refuses more training images per task than there can be, where that is known without reading
   * any.
   *
   * @param classes number of classes of a task
   */
  default void requireSamples(int classes) {
    int wanted = trainingSamples().orElse(0);
    dataSet()
        .create()
        .trainingImages(dataSet().parameters())
        .map(images -> holdout().left(images, classes, validation()))
        .filter(most -> wanted > most)
        .ifPresent(
            most -> {
              throw BenchmarkMessages.tooManySamples(dataSet().name(), wanted, most);
            });
  }

  /** Returns the share of the training images that is held out for validation. */
  double validation();

  /** Returns which training images are held out. */
  default HoldoutChoice holdout() {
    return HoldoutChoice.RANDOM;
  }

  /** Returns the seed of NumPy's shuffle for the hold-out. */
  default long holdoutSeed(long runSeed) {
    return runSeed;
  }

  /** Returns the number of training images per task; all if empty. */
  Optional<Integer> trainingSamples();

  /** Returns which training images are taken if not all. */
  default SampleChoice sampling() {
    return SampleChoice.RANDOM;
  }

  /** Returns what pixels are normalised with. */
  PixelMoments moments();
}
