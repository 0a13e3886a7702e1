package io.clmaven.runtime.benchmark;

import java.util.Optional;

/** Settings of benchmarks that divide the classes of a data set among the tasks. */
interface SplitSettings extends ImageSettings {

  /** Returns how the classes are divided. */
  ClassSplit split();

  /** Returns how training images are changed whenever they are learnt from. */
  default Optional<Augmentation> augmentation() {
    return Optional.empty();
  }
}
