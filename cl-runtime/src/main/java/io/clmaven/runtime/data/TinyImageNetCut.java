package io.clmaven.runtime.data;

import java.util.List;

/**
 * What a data set takes from an archive of Tiny ImageNet.
 *
 * @param order which class has which label
 * @param classes number of classes taken, from the start of that order
 * @param side height and width of the images in the archive
 * @param size height and width of the packed images, each pixel the mean of what it covers
 */
record TinyImageNetCut(Order order, int classes, int side, int size) {

  /** Orders of the classes. */
  enum Order {
    /** By id, as torchvision's {@code ImageFolder} numbers the folders of the training images. */
    ALPHABETICAL,
    /** As {@code wnids.txt} lists them. */
    LISTED
  }

  /** Returns the shape of a packed image. */
  List<Integer> shape() {
    return List.of(3, size, size);
  }

  /**
   * Returns the ids of the classes in the order of their labels.
   *
   * @param listed all ids of the archive
   * @throws DataException if there are too few
   */
  List<String> choose(SourceFile archive, List<String> listed) {
    if (listed.size() < classes) {
      throw ArchiveMessages.wrongClasses(archive, TinyImageNetIndex.IDS, listed.size(), classes);
    }
    List<String> ordered = order == Order.ALPHABETICAL ? listed.stream().sorted().toList() : listed;
    return ordered.subList(0, classes);
  }
}
