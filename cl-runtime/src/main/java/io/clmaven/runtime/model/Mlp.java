package io.clmaven.runtime.model;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.component.Setting;
import io.clmaven.runtime.engine.Initialization;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.ModelBuilder;
import io.clmaven.runtime.engine.ModelSpec;
import java.util.List;

/**
 * Multi-layer perceptron: linear layers {@code lin1}, {@code lin2}, ..., each hidden one followed
 * by its activation, gate and dropout. The last one makes the logits. Images are flattened first.
 */
public final class Mlp implements Architecture {

  /** Settings of an {@code mlp}. */
  public record Parameters(
      @Setting(value = "Sizes of the hidden layers.", byDefault = "[100, 100]", range = "[1, inf)")
          List<Integer> hidden,
      @Setting(value = "Whether the linear layers have a bias.", byDefault = "true") boolean bias,
      @Setting(value = "What follows each hidden linear layer.", byDefault = "relu")
          Activation activation,
      @Setting(
              value =
                  "Whether a trained factor per hidden unit, which starts at 1, follows each"
                      + " activation; feature-wise UPGD needs them.",
              byDefault = "false")
          boolean gates,
      @Setting(
              value = "Probability that dropout zeroes a hidden unit in training.",
              byDefault = "0",
              range = "[0, 1)")
          double dropout,
      @Setting(
              value =
                  "Parameters start uniform in +-sqrt(gain / inputs): 1 is PyTorch's default,"
                      + " 6 is He's.",
              byDefault = "1",
              range = "(0, inf)")
          double gain) {

    public Parameters {
      hidden = List.copyOf(hidden);
    }
  }

  private static final Declaration DECLARATION =
      new Declaration(
          "mlp",
          "Multi-layer perceptron.",
          "Rumelhart, Hinton and Williams, Nature 1986",
          Parameters.class);

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public ModelSpec specify(Record parameters, List<Integer> inputShape, int outputs) {
    Parameters settings = (Parameters) parameters;
    ModelBuilder model = ModelSpec.input(inputShape);
    if (inputShape.size() > 1) {
      model.then("flatten", new Layer.Flatten());
    }
    int number = 1;
    for (int width : settings.hidden()) {
      model.then("lin" + number, linear(width, settings));
      settings.activation().add(model, number);
      if (settings.gates()) {
        model.then("gate" + number, new Layer.Gate());
      }
      if (settings.dropout() > 0) {
        model.then("drop" + number, new Layer.Dropout(settings.dropout()));
      }
      number++;
    }
    return model.then("lin" + number, linear(outputs, settings)).build();
  }

  private static Layer.Linear linear(int outputs, Parameters settings) {
    return new Layer.Linear(
        outputs, settings.bias(), new Initialization.UniformFanIn(settings.gain()));
  }
}
