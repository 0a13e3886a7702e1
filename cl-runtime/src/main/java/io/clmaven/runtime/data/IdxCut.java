package io.clmaven.runtime.data;

import io.clmaven.runtime.data.PackedDataSet.Split;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * One pair of IDX files, cut into training and test images.
 *
 * @param part the files
 * @param classes names in the order of the labels
 * @param testStride the first of so many images of a class is a test image
 */
record IdxCut(IdxPart part, List<String> classes, int testStride) implements PackedContent {

  IdxCut {
    part.checkLabels(classes.size());
  }

  @Override
  public List<Integer> shape() {
    return List.of(1, part.height(), part.width());
  }

  @Override
  public void writeTo(PackedWriter writer) throws IOException {
    write(Split.TRAIN, writer);
    write(Split.TEST, writer);
  }

  private void write(Split split, PackedWriter writer) throws IOException {
    int[] seen = new int[classes.size()];
    byte[] image = new byte[part.height() * part.width()];
    try (InputStream in = part.pixels().elements()) {
      for (byte label : part.labels()) {
        in.readNBytes(image, 0, image.length);
        boolean forTest = seen[label]++ % testStride == 0;
        if (forTest == (split == Split.TEST)) {
          writer.add(split, label, image);
        }
      }
    }
  }
}
