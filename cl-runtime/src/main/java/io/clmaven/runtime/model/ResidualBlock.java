package io.clmaven.runtime.model;

import io.clmaven.runtime.engine.ModelBuilder;

/** Layers around a shortcut; ResNets differ in them. */
interface ResidualBlock {

  /**
   * Adds the block behind the layer added last.
   *
   * @param name what the names of its layers begin with
   * @param filters channels of its output
   * @param stride of its first convolution
   */
  void add(ModelBuilder model, String name, int filters, int stride);

  /**
   * Adds the eight blocks of a ResNet-18 behind the layer added last: four stages of two, {@code
   * layer1.0} to {@code layer4.1}. From stage to stage the filters double and the image halves.
   *
   * @param width filters of the first stage
   */
  default void addStages(ModelBuilder model, int width) {
    for (int stage = 0; stage < 4; stage++) {
      int filters = Math.multiplyExact(width, 1 << stage);
      String name = "layer" + (stage + 1);
      add(model, name + ".0", filters, stage == 0 ? 1 : 2);
      add(model, name + ".1", filters, 1);
    }
  }

  /** Returns whether size or width change, so that the input cannot be added as it is. */
  static boolean isProjected(ModelBuilder model, int filters, int stride) {
    return stride > 1 || model.shape(model.last()).get(0) != filters;
  }
}
