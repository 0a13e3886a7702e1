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
 * The LeNet of continual learning on CIFAR-100 superclasses: convolutions {@code conv1} (20, 5x5)
 * and {@code conv2} (50, 5x5), each halved by overlapping max-pooling, and linear layers {@code
 * fc1} (800), {@code fc2} (500) and {@code fc3} (the logits), all without bias.
 *
 * <p>With the defaults it is the network of GPM. FS-DGPM's is {@code normalization: batch, gain:
 * 1}.
 */
public final class LeNet implements Architecture {

  /** What normalises the convolutions. */
  public enum Normalization {
    /** Local response normalisation behind the ReLU. */
    LOCAL_RESPONSE,
    /** Batch normalisation before the ReLU. */
    BATCH,
    NONE
  }

  /** Settings of a {@code lenet}. */
  public record Parameters(
      @Setting(
              value =
                  "What normalises the convolutions: local response normalisation behind the"
                      + " ReLU, or batch normalisation before it.",
              byDefault = "local-response")
          Normalization normalization,
      @Setting(value = Effects.STATISTICS, byDefault = "running")
          Layer.BatchNorm.Statistics statistics,
      @Setting(
              value =
                  "Weights start uniform in +-sqrt(gain / inputs): 1 is PyTorch's default, 6 is"
                      + " He's.",
              byDefault = "6",
              range = "(0, inf)")
          double gain) {}

  private static final Window KERNEL = Window.square(5, 1, 2);
  private static final Window POOL = Window.square(3, 2, 1);
  private static final Layer LOCAL_RESPONSE = new Layer.LocalResponseNorm(4, 0.001 / 9, 0.75, 1);
  private static final Declaration DECLARATION =
      new Declaration(
          "lenet",
          "Two convolutions and three linear layers for small images.",
          "Saha, Garg and Roy, Gradient Projection Memory, ICLR 2021; after LeCun, Bottou, Bengio"
              + " and Haffner, Proceedings of the IEEE 1998",
          Parameters.class);

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public ModelSpec specify(Record parameters, List<Integer> inputShape, int outputs) {
    Parameters settings = (Parameters) parameters;
    Start start = Start.withoutBias(new Initialization.UniformFanIn(settings.gain()));
    ModelBuilder model = ModelSpec.input(inputShape);
    model.then("conv1", start.convolution(20, KERNEL));
    finish(model, settings, 1);
    model.then("conv2", start.convolution(50, KERNEL));
    finish(model, settings, 2);
    return model
        .then("flatten", new Layer.Flatten())
        .then("fc1", start.linear(800))
        .then("relu3", new Layer.Relu())
        .then("fc2", start.linear(500))
        .then("relu4", new Layer.Relu())
        .then("fc3", start.linear(outputs))
        .build();
  }

  private static void finish(ModelBuilder model, Parameters settings, int layer) {
    if (settings.normalization() == Normalization.BATCH) {
      model.then("bn" + layer, new Layer.BatchNorm(settings.statistics()));
    }
    model.then("relu" + layer, new Layer.Relu());
    if (settings.normalization() == Normalization.LOCAL_RESPONSE) {
      model.then("lrn" + layer, LOCAL_RESPONSE);
    }
    model.then("pool" + layer, new Layer.MaxPool(POOL));
  }
}
