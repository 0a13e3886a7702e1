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
record IdxPart(IdxFile.Source images, IdxFile pixels, IdxFile.Source source, byte[] labels) {

  static IdxPart read(String dataSet, DataFile images, DataFile labels, DataStore store) {
    IdxFile.Source imageSource = IdxFile.Source.of(dataSet, images, store);
    IdxFile.Source labelSource = IdxFile.Source.of(dataSet, labels, store);
    IdxFile imageFile = IdxFile.open(imageSource, IdxFile.IMAGES);
    IdxFile labelFile = IdxFile.open(labelSource, IdxFile.LABELS);
    if (imageFile.sizes()[0] != labelFile.sizes()[0]) {
      throw DataMessages.countsDiffer(
          imageSource, imageFile.sizes()[0], labelSource, labelFile.sizes()[0]);
    }
    checkHash(imageSource, images);
    checkHash(labelSource, labels);
    return new IdxPart(imageSource, imageFile, labelSource, bytes(labelSource, labelFile));
  }

  private static void checkHash(IdxFile.Source source, DataFile file) {
    try {
      String found = Sha256.of(source.path());
      if (!found.equals(file.sha256())) {
        throw DataMessages.wrongHash(source, found, file.sha256());
      }
    } catch (IOException e) {
      throw DataMessages.unreadable(source, e);
    }
  }

  private static byte[] bytes(IdxFile.Source source, IdxFile file) {
    try (InputStream in = file.elements()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw DataMessages.unreadable(source, e);
    }
  }

  int height() {
    return pixels.sizes()[1];
  }

  int width() {
    return pixels.sizes()[2];
  }
}
