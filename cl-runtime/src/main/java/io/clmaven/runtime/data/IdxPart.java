package io.clmaven.runtime.data;

import java.io.IOException;
import java.io.InputStream;

/**
 * Images and labels of one split, checked against each other.
 *
 * @param images file of the images, as messages name it
 * @param pixels the images
 * @param source file of the labels, as messages name it
 * @param labels one unsigned byte each
 */
record IdxPart(SourceFile images, IdxFile pixels, SourceFile source, byte[] labels) {

  static IdxPart read(String dataSet, DataFile images, DataFile labels, DataStore store) {
    SourceFile imageSource = SourceFile.of(dataSet, images, store);
    SourceFile labelSource = SourceFile.of(dataSet, labels, store);
    IdxPart part = read(imageSource, labelSource);
    imageSource.checkHash(images);
    labelSource.checkHash(labels);
    return part;
  }

  static IdxPart read(SourceFile imageSource, SourceFile labelSource) {
    IdxFile imageFile = IdxFile.open(imageSource, IdxFile.IMAGES);
    IdxFile labelFile = IdxFile.open(labelSource, IdxFile.LABELS);
    if (imageFile.sizes()[0] != labelFile.sizes()[0]) {
      throw DataMessages.countsDiffer(
          imageSource, imageFile.sizes()[0], labelSource, labelFile.sizes()[0]);
    }
    return new IdxPart(imageSource, imageFile, labelSource, bytes(labelSource, labelFile));
  }

  private static byte[] bytes(SourceFile source, IdxFile file) {
    try (InputStream in = file.elements()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw DataMessages.unreadable(source, e);
    }
  }

  /**
   * Checks that all labels have a class.
   *
   * @throws DataException if one has none
   */
  void checkLabels(int classes) {
    for (int i = 0; i < labels.length; i++) {
      if ((labels[i] & 0xFF) >= classes) {
        throw DataMessages.labelOutOfRange(source, i, labels[i] & 0xFF, classes);
      }
    }
  }

  int height() {
    return pixels.sizes()[1];
  }

  int width() {
    return pixels.sizes()[2];
  }
}
