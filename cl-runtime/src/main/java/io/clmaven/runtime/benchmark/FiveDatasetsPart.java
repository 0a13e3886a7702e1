package io.clmaven.runtime.benchmark;

import io.clmaven.runtime.component.Selection;
import io.clmaven.runtime.data.DataSet;
import java.util.Optional;

/**
 * The settings of one task of 5-datasets as those of a benchmark over one set of images.
 *
 * @param entry data set and normalisation
 * @param validation share of the training images that is held out
 * @param trainingSamples number of training images, all if empty
 */
record FiveDatasetsPart(
    FiveDatasets.Entry entry, double validation, Optional<Integer> trainingSamples)
    implements ImageSettings {

  private static final long HOLDOUT_SEED = 1;

  @Override
  public Selection<DataSet> dataSet() {
    return entry.dataSet();
  }

  @Override
  public HoldoutChoice holdout() {
    return HoldoutChoice.NUMPY;
  }

  @Override
  public long holdoutSeed(long runSeed) {
    return HOLDOUT_SEED;
  }

  @Override
  public PixelMoments moments() {
    return entry.moments();
  }
}
