package io.clmaven.runtime.data;

import java.util.List;

/** A data set as unsigned bytes, memory-mapped and shared between trials. */
public interface PackedDataSet {

  /** The two parts that publishers give. */
  enum Split {
    TRAIN,
    TEST
  }

  /** Returns the shape of one image: [C, H, W]. */
  List<Integer> shape();

  /** Returns the names of the classes, in the order of their labels. */
  List<String> classes();

  /** Returns the number of images of a split. */
  int size(Split split);

  /** Returns the label of an image. */
  int label(Split split, int index);

  /** Copies the bytes of an image, channel slowest, to the start of {@code target}. */
  void image(Split split, int index, byte[] target);
}
