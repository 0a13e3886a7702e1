package io.clmaven.runtime.benchmark;

import io.clmaven.runtime.data.DataException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What this package tells the user. */
final class BenchmarkMessages {

  private BenchmarkMessages() {}

  static DataException wrongChannels(String setting, int values, int channels) {
    return error(
        "Cannot normalise the images: '%s' has %d values, but the images have %d channels. Give one"
            + " value, or one per channel.",
        setting, values, channels);
  }

  static DataException tooFewClasses(String dataSet, int classes, int tasks, int classesPerTask) {
    return error(
        "Cannot split data set '%s' into %d tasks of %d classes: it has %d classes. Choose 'tasks'"
            + " and 'classesPerTask' so that their product is at most %d.",
        dataSet, tasks, classesPerTask, classes, classes);
  }

  static DataException unevenClasses(String dataSet, int classes, int tasks) {
    return error(
        "Cannot split the %d classes of data set '%s' into %d equal tasks. Choose another number of"
            + " 'tasks', or set 'classesPerTask'.",
        classes, dataSet, tasks);
  }

  static DataException notHundredClasses(String dataSet, int classes) {
    return error(
        "Cannot divide data set '%s' into the superclasses of CIFAR-100: it has %d classes, not 100."
            + " Choose another 'dataSet', or benchmark 'split'.",
        dataSet, classes);
  }

  static DataException doesNotFit(String dataSet, List<Integer> shape, List<Integer> wanted) {
    return error(
        "Cannot show the images of data set '%s' as %s: they are %s. Choose a data set of grey or"
            + " coloured images of at most %d x %d pixels.",
        dataSet, sizes(wanted), sizes(shape), wanted.get(1), wanted.get(2));
  }

  private static String sizes(List<Integer> shape) {
    return shape.stream().map(String::valueOf).collect(Collectors.joining(" x "));
  }

  static DataException paddingTooLarge(int padding, List<Integer> shape, int largest) {
    return error(
        "Cannot take crops of images of %s from a frame of %d pixels: a crop could miss the image."
            + " Set 'padding' to at most %d.",
        sizes(shape), padding, largest);
  }

  static DataException tooFewOutputs(int outputs, int classes) {
    return error(
        "Cannot answer %d classes with %d outputs. Set 'outputs' to at least %d, or leave it out.",
        classes, outputs, classes);
  }

  static DataException tooFewSamples(int wanted, int available) {
    return error(
        "Cannot draw %d training samples for a task: it has %d after validation. Set"
            + " 'trainingSamples' to at most %d.",
        wanted, available, available);
  }

  static String tooManySamples(String dataSet, int wanted, int most) {
    return "Cannot draw %d training samples for a task: data set '%s' has at most %d for it after validation. Set 'trainingSamples' to at most %d."
        .formatted(wanted, dataSet, most, most);
  }

  static DataException noImages(String task, String kind) {
    return error(
        "Cannot make task '%s': the data set has no %s images of its classes. Add some, or leave"
            + " these classes out.",
        task, kind);
  }

  static DataException seedOutOfRange(String purpose, long seed) {
    return error(
        "Cannot %s for seed %d: the official generator takes seeds of 0 to %d. Choose another"
            + " seed.",
        purpose, seed, Integer.MAX_VALUE);
  }

  private static DataException error(String text, Object... values) {
    return new DataException(String.format(Locale.ROOT, text, values));
  }
}
