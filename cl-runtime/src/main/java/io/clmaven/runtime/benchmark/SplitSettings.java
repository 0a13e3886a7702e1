package io.clmaven.runtime.benchmark;

import io.clmaven.runtime.data.ImageForm;
import java.util.Optional;

/** Settings of benchmarks that divide the classes of a data set among the tasks. */
interface SplitSettings extends ImageSettings {

  /** Returns how the classes are divided. */
  ClassSplit split();

  @Override
  default Optional<Integer> classesOfTask() {
    return form().map(ImageForm::classes).map(all -> ClassGroups.perTask(this, all));
  }

  /** Returns how training images are changed whenever they are learnt from. */
  default Optional<Augmentation> augmentation() {
    return Optional.empty();
  }
}
