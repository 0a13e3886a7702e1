package io.clmaven.runtime.model;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.component.Setting;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.ModelBuilder;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Window;
import java.util.List;

/**
 * The convolutional network of UPGD: unpadded 5x5 convolutions {@code conv1}, {@code conv2}, each
 * followed by max-pooling alone, without an activation, then linear layers {@code lin1}, {@code
 * lin2}, ... with ReLU between them. The last one makes the logits.
 */
public final class ConvNet implements Architecture {

  /** Settings of a {@code convnet}. */
  public record Parameters(
      @Setting(value = "Filters of the convolutions.", byDefault = "[6, 16]", range = "[1, inf)")
          List<Integer> filters,
      @Setting(
              value = "Sizes of the hidden linear layers.",
              byDefault = "[120, 84]",
              range = "[1, inf)")
          List<Integer> hidden) {

    public Parameters {
      filters = List.copyOf(filters);
      hidden = List.copyOf(hidden);
    }
  }

  private static final Declaration DECLARATION =
      new Declaration(
          "convnet",
          "Convolutions with max-pooling but no activation, and an MLP behind them.",
          "Elsayed and Mahmood, UPGD, ICLR 2024; after LeCun, Bottou, Bengio and Haffner,"
              + " Proceedings of the IEEE 1998",
          Parameters.class);

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public ModelSpec specify(Record parameters, List<Integer> inputShape, int outputs) {
    Parameters settings = (Parameters) parameters;
    ModelBuilder model = ModelSpec.input(inputShape);
    int number = 1;
    for (int filters : settings.filters()) {
      model
          .then("conv" + number, Start.PYTORCH.convolution(filters, Window.square(5, 1, 0)))
          .then("pool" + number, new Layer.MaxPool(Window.square(2, 2, 0)));
      number++;
    }
    model.then("flatten", new Layer.Flatten());
    number = 1;
    for (int width : settings.hidden()) {
      model
          .then("lin" + number, Start.PYTORCH.linear(width))
          .then("relu" + number, new Layer.Relu());
      number++;
    }
    return model.then("lin" + number, Start.PYTORCH.linear(outputs)).build();
  }
}
