package io.clmaven.runtime.data;

import java.util.List;

/**
 * How many classes and images the lists of mini-ImageNet have.
 *
 * @param lists the lists in the order of the labels
 * @param train training images of a class, the first ones of its list
 * @param test test images of a class, the last ones
 * @param size height and width of the packed images
 */
record MiniImageNetCut(List<ClassList> lists, int train, int test, int size) {

  /** The published lists in the order of TAG. */
  static final MiniImageNetCut PUBLISHED =
      new MiniImageNetCut(
          List.of(
              new ClassList("train.csv", 64),
              new ClassList("test.csv", 20),
              new ClassList("val.csv", 16)),
          480,
          120,
          84);

  /**
   * A list of images.
   *
   * @param file its name
   * @param classes number of classes that it has
   */
  record ClassList(String file, int classes) {}

  /** Returns the shape of a packed image. */
  List<Integer> shape() {
    return List.of(3, size, size);
  }

  /** Returns the number of classes of all lists together. */
  int classes() {
    return lists.stream().mapToInt(ClassList::classes).sum();
  }

  /** Returns the number of images of a class. */
  int images() {
    return train + test;
  }
}
