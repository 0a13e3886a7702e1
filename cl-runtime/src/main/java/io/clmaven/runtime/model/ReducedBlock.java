package io.clmaven.runtime.model;

import io.clmaven.runtime.engine.Initialization;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.ModelBuilder;
import io.clmaven.runtime.engine.Window;

/**
 * The block of the reduced ResNet-18: one 3x3 convolution, ReLU and only then batch normalisation,
 * both again behind the sum, dropout behind each normalisation. The shortcut is a 1x1 convolution,
 * not normalised, where size or width change. Names are those of the official code, where a
 * normalisation and its dropout are numbers 0 and 1 of a pair.
 *
 * @param dropout probability
 */
record ReducedBlock(double dropout) implements ResidualBlock {

  private static final Start START = Start.withoutBias(Initialization.PYTORCH);

  @Override
  public void add(ModelBuilder model, String name, int filters, int stride) {
    boolean projected = ResidualBlock.isProjected(model, filters, stride);
    String input = model.last();
    model.then(name + ".conv1", START.convolution(filters, Window.square(3, stride, 1)));
    String shortcut = input;
    if (projected) {
      shortcut = name + ".shortcut.0";
      model.join(shortcut, START.convolution(filters, Window.square(1, stride, 0)), input);
    }
    model.join(name + ".relu1", new Layer.Relu(), name + ".conv1");
    normalize(model, name + ".bn1");
    model
        .join(name + ".add", new Layer.Add(), model.last(), shortcut)
        .then(name + ".relu2", new Layer.Relu());
    normalize(model, name + ".bn2");
  }

  private void normalize(ModelBuilder model, String name) {
    model.then(name + ".0", new Layer.BatchNorm(Layer.BatchNorm.Statistics.RUNNING));
    if (dropout > 0) {
      model.then(name + ".1", new Layer.Dropout(dropout));
    }
  }
}
