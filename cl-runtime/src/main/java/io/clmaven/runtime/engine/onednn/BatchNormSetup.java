package io.clmaven.runtime.engine.onednn;

/**
 * What all kernels and derivatives of a batch normalisation share.
 *
 * @param cpu where it runs
 * @param image shape of one sample
 * @param epsilon added to the variance
 * @param moments where mean and variance are, or go to
 * @param scale of each channel
 * @param shift of each channel
 * @param finish what is done to the result
 */
record BatchNormSetup(
    Cpu cpu,
    Image image,
    double epsilon,
    Moments moments,
    ParameterMemory.Views scale,
    ParameterMemory.Views shift,
    Finish finish) {

  /** What a batch normalisation does to its result. */
  enum Finish {
    NOTHING,
    RELU
  }

  /** Returns whether there is a ReLU behind it. */
  boolean isRectified() {
    return finish == Finish.RELU;
  }
}
