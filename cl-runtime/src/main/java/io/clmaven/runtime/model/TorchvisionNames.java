package io.clmaven.runtime.model;

import io.clmaven.runtime.engine.Segment;

/**
 * What torchvision calls the parameters and running statistics of a ResNet.
 *
 * @param head our name of the last layer, {@code fc} there
 */
record TorchvisionNames(String head) {

  private static final String HEAD = "fc";

  /** Returns the name of a tensor, for example {@code layer2.0.downsample.0.weight}. */
  String of(Segment segment) {
    return layer(segment.layer()) + "." + kind(segment.kind());
  }

  /** Returns whether a tensor takes no part: of the last layer, or statistics nobody wants. */
  boolean isLeftOut(String tensor) {
    return tensor.startsWith(HEAD + ".")
        || tensor.matches(".*\\.(running_mean|running_var|num_batches_tracked)");
  }

  private String layer(String name) {
    if (name.equals(head)) {
      return HEAD;
    }
    return name.replace(".shortcut.bn", ".downsample.1").replace(".shortcut", ".downsample.0");
  }

  private static String kind(Segment.Kind kind) {
    return switch (kind) {
      case WEIGHT, SCALE -> "weight";
      case BIAS, SHIFT -> "bias";
      case MEAN -> "running_mean";
      case VARIANCE -> "running_var";
      case GATE -> throw new IllegalArgumentException("torchvision has no gates");
    };
  }
}
