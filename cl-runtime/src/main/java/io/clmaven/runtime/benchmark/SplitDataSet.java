package io.clmaven.runtime.benchmark;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.component.Inline;
import io.clmaven.runtime.component.Selection;
import io.clmaven.runtime.component.Setting;
import io.clmaven.runtime.data.DataSet;
import java.util.Optional;

/**
 * The classes of any data set divided among the tasks, for example of a folder of images. Published
 * forms:
 *
 * <ul>
 *   <li>10-split CIFAR-100 of GPM and FS-DGPM: {@code tasks: 10, dataSet: cifar100, validation:
 *       0.05, holdout: numpy, mean: [0.49137255, 0.48235294, 0.44666667], deviation: [0.24705882,
 *       0.24352941, 0.26156863]}, that is (125.3, 123.0, 113.9) / 255 and (63.0, 62.1, 66.7) / 255.
 *       Of the 5,000 training images of a task 250 are held out, 1,000 are tested.
 *   <li>Tiny ImageNet of FS-DGPM: {@code tasks: 40, classOrder: python, dataSet: tiny-imagenet-200,
 *       validation: 0.1, holdout: per-class, mean: [0.485, 0.456, 0.406], deviation: [0.229, 0.224,
 *       0.225], augmentation: {padding: 4, flip: true}}. Of the 500 training images of a class 50
 *       are held out, 50 are tested. The official code chooses the 50 with NumPy between other
 *       draws of one generator, here the trial's own stream chooses them.
 * </ul>
 */
public final class SplitDataSet extends SplitBenchmark {

  /** Parameters. */
  public record Settings(
      @Inline ClassSplit split,
      @Setting("Data set whose classes are divided.") Selection<DataSet> dataSet,
      @Setting(
              value = "Share of the training images of each task held out for validation.",
              byDefault = "0.1",
              range = "[0, 1)")
          double validation,
      @Setting(value = HoldoutChoice.EFFECT, byDefault = "random") HoldoutChoice holdout,
      @Setting(value = ImageSettings.TRAINING_SAMPLES, range = "[1, inf)")
          Optional<Integer> trainingSamples,
      @Inline PixelMoments moments,
      @Setting("Changes of the training images each time they are learnt from; none if not set.")
          Optional<Augmentation> augmentation)
      implements SplitSettings {}

  @Override
  public Declaration declaration() {
    return new Declaration(
        "split",
        "The classes of any data set divided among the tasks.",
        "generalises Split MNIST of Zenke, Poole and Ganguli, ICML 2017",
        Settings.class);
  }

  @Override
  SplitSettings settings(Record parameters) {
    return (Settings) parameters;
  }
}
