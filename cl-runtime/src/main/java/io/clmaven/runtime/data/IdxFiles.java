package io.clmaven.runtime.data;

import java.util.List;

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

  /** Returns the files in the order above. */
  public List<DataFile> all() {
    return List.of(trainImages, trainLabels, testImages, testLabels);
  }
}
