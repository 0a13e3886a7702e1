package io.clmaven.runtime.benchmark;

import java.util.Optional;

/** Settings of benchmarks that divide the classes of a data set among the tasks. */
interface SplitSettings extends ImageSettings {

  /** Returns what is known about the task at test time. */
  Scenario scenario();

  /** Returns the number of tasks. */
  int tasks();

  /** Returns the number of classes of each task; all classes are used if empty. */
  Optional<Integer> classesPerTask();

  /** Returns which classes come first. */
  ClassOrder classOrder();

  /** Returns how training images are changed whenever they are learnt from. */
  default Optional<Augmentation> augmentation() {
    return Optional.empty();
  }
}
