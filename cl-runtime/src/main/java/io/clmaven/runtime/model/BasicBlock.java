package io.clmaven.runtime.model;

import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.ModelBuilder;
import io.clmaven.runtime.engine.Window;

/**
 * The block of ResNet-18: two 3x3 convolutions, each with batch normalisation, and ReLU behind the
 * first and behind the sum. The shortcut is a 1x1 convolution with batch normalisation where size
 * or width change.
 *
 * @param start of the convolutions
 * @param statistics of the batch normalisations
 */
record BasicBlock(Start start, Layer.BatchNorm.Statistics statistics) implements ResidualBlock {

  @Override
  public void add(ModelBuilder model, String name, int filters, int stride) {
    boolean projected = ResidualBlock.isProjected(model, filters, stride);
    String input = model.last();
    model
        .then(name + ".conv1", start.convolution(filters, Window.square(3, stride, 1)))
        .then(name + ".bn1", new Layer.BatchNorm(statistics))
        .then(name + ".relu1", new Layer.Relu())
        .then(name + ".conv2", start.convolution(filters, Window.square(3, 1, 1)))
        .then(name + ".bn2", new Layer.BatchNorm(statistics));
    String shortcut = input;
    if (projected) {
      model
          .join(name + ".shortcut", start.convolution(filters, Window.square(1, stride, 0)), input)
          .then(name + ".shortcut.bn", new Layer.BatchNorm(statistics));
      shortcut = model.last();
    }
    model
        .join(name + ".add", new Layer.Add(), name + ".bn2", shortcut)
        .then(name + ".relu2", new Layer.Relu());
  }
}
