package io.clmaven.runtime.model;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.component.Setting;
import io.clmaven.runtime.engine.Initialization;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.ModelBuilder;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Window;
import java.util.List;

/**
 * The AlexNet of continual learning on CIFAR: three unpadded convolutions {@code conv1} (64, 4x4),
 * {@code conv2} (128, 3x3), {@code conv3} (256, 2x2), each halved by max-pooling, and linear layers
 * {@code fc1}, {@code fc2} (2048) and {@code fc3} (the logits). A hidden layer is followed by batch
 * normalisation, ReLU, dropout and pooling, in this order.
 *
 * <p>With the defaults it is the network of GPM. FS-DGPM's is {@code normalization: second,
 * statistics: running}, TAG's {@code normalization: none, bias: true}.
 */
public final class AlexNet implements Architecture {

  /** Which hidden layers are normalised. */
  public enum Normalization {
    ALL,
    /** The second convolution only. */
    SECOND,
    NONE;

    private boolean includes(int layer) {
      return this == ALL || this == SECOND && layer == 2;
    }
  }

  /** Settings of an {@code alexnet}. */
  public record Parameters(
      @Setting(value = "Which hidden layers have batch normalisation.", byDefault = "all")
          Normalization normalization,
      @Setting(value = Effects.STATISTICS, byDefault = "batch")
          Layer.BatchNorm.Statistics statistics,
      @Setting(value = "Whether convolutions and linear layers have a bias.", byDefault = "false")
          boolean bias,
      @Setting(
              value = "Probability of dropout behind each of the five hidden layers.",
              byDefault = "[0.2, 0.2, 0.5, 0.5, 0.5]",
              range = "[0, 1)")
          List<Double> dropout) {

    public Parameters {
      dropout = List.copyOf(dropout);
      if (dropout.size() != HIDDEN) {
        throw new IllegalArgumentException(
            "'dropout' has %d values for %d hidden layers. Give %d."
                .formatted(dropout.size(), HIDDEN, HIDDEN));
      }
    }
  }

  private static final int HIDDEN = 5;
  private static final Window POOL = Window.square(2, 2, 0);
  private static final Declaration DECLARATION =
      new Declaration(
          "alexnet",
          "Three convolutions and three linear layers for small images.",
          "Saha, Garg and Roy, Gradient Projection Memory, ICLR 2021; after Krizhevsky, Sutskever"
              + " and Hinton, NeurIPS 2012",
          Parameters.class);

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public ModelSpec specify(Record parameters, List<Integer> inputShape, int outputs) {
    Parameters settings = (Parameters) parameters;
    Start start = settings.bias() ? Start.PYTORCH : Start.withoutBias(Initialization.PYTORCH);
    ModelBuilder model = ModelSpec.input(inputShape);
    model.then("conv1", start.convolution(64, Window.square(4, 1, 0)));
    finish(model, settings, 1).then("pool1", new Layer.MaxPool(POOL));
    model.then("conv2", start.convolution(128, Window.square(3, 1, 0)));
    finish(model, settings, 2).then("pool2", new Layer.MaxPool(POOL));
    model.then("conv3", start.convolution(256, Window.square(2, 1, 0)));
    finish(model, settings, 3).then("pool3", new Layer.MaxPool(POOL));
    model.then("flatten", new Layer.Flatten()).then("fc1", start.linear(2048));
    finish(model, settings, 4).then("fc2", start.linear(2048));
    return finish(model, settings, 5).then("fc3", start.linear(outputs)).build();
  }

  /** Adds what follows a hidden layer before any pooling. */
  private static ModelBuilder finish(ModelBuilder model, Parameters settings, int layer) {
    if (settings.normalization().includes(layer)) {
      model.then("bn" + layer, new Layer.BatchNorm(settings.statistics()));
    }
    model.then("relu" + layer, new Layer.Relu());
    double probability = settings.dropout().get(layer - 1);
    return probability > 0 ? model.then("drop" + layer, new Layer.Dropout(probability)) : model;
  }
}
