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

  /** Returns the number of classes of a task if that is known without reading any image. */
  default Optional<Integer> classesOfTask() {
    return form().map(ImageForm::classes);
  }

  /** Returns whether more training images per task are wanted than there can be, where known. */
  default Optional<Mistake> tooManySamples() {
    return trainingSamples()
        .flatMap(
            wanted ->
                mostSamples()
                    .filter(most -> wanted > most)
                    .map(most -> BenchmarkMessages.tooManySamples(dataSet().name(), wanted, most)))
        .map(message -> new Mistake("trainingSamples", message));
  }

  private Optional<Integer> mostSamples() {
    return classesOfTask()
        .flatMap(
            classes ->
                dataSet()
                    .create()
                    .trainingImages(dataSet().parameters())
                    .map(images -> holdout().left(images, classes, validation())));
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
