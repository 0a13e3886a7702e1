package io.clmaven.runtime.data;

import java.util.List;
import java.util.Optional;

/**
 * The four files of a data set in the IDX format.
 *
 * @param trainImages unsigned bytes [N, H, W]
 * @param trainLabels unsigned bytes [N]
 * @param testImages unsigned bytes [M, H, W]
 * @param testLabels unsigned bytes [M]
 */
public record IdxFiles(
    DataFile trainImages, DataFile trainLabels, DataFile testImages, DataFile testLabels) {

  private static final int IMAGE_HEADER = 16;
  private static final int LABEL_HEADER = 8;

  /** Returns the files in the order above. */
  public List<DataFile> all() {
    return List.of(trainImages, trainLabels, testImages, testLabels);
  }

  /** Returns the number of labels of training images as the size of their file tells it. */
  int trainingLabels() {
    return Math.toIntExact(trainLabels.size() - LABEL_HEADER);
  }

  /** Returns the side of one image as the sizes of the files tell it, if images are squares. */
  Optional<Integer> side() {
    int labels = trainingLabels();
    long pixels = labels > 0 ? (trainImages.size() - IMAGE_HEADER) / labels : 0;
    int side = (int) Math.round(Math.sqrt(pixels));
    return side > 0 && (long) side * side == pixels ? Optional.of(side) : Optional.empty();
  }
}
