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
 * The convolutional network of Meta-Iteration: blocks {@code base.0}, {@code base.1}, ... of a 3x3
 * convolution {@code conv}, batch normalisation {@code normalize} with the statistics of the batch,
 * ReLU, {@link Calibration} and max-pooling, and {@code linear}, which makes the logits.
 */
public final class GatedConvNet implements Architecture {

  /** Settings of a {@code gated-convnet}. */
  public record Parameters(
      @Setting(
              value = "Filters of each convolution; calibration needs 4 or more.",
              byDefault = "32",
              range = "[1, inf)")
          int filters,
      @Setting(value = "Number of convolutions.", byDefault = "4", range = "[1, 4]") int layers,
      @Setting(
              value =
                  "Whether a small network scales the channels behind each convolution by"
                      + " factors that it finds for each sample.",
              byDefault = "true")
          boolean calibration) {

    public Parameters {
      if (calibration && filters < Calibration.REDUCTION) {
        throw new IllegalArgumentException(
            "'calibration' needs %d filters or more, 'filters' is %d. Raise 'filters'."
                .formatted(Calibration.REDUCTION, filters));
      }
    }
  }

  private static final Start CONVOLUTION =
      new Start(new Initialization.GlorotUniform(), new Initialization.Constant(0));
  private static final Declaration DECLARATION =
      new Declaration(
          "gated-convnet",
          "Convolutions whose channels are scaled for each sample.",
          "Hurtado, Lobel and Soto, Sparse Coding and Meta Learning, IEEE Access 2021",
          Parameters.class);

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public ModelSpec specify(Record parameters, List<Integer> inputShape, int outputs) {
    Parameters settings = (Parameters) parameters;
    ModelBuilder model = ModelSpec.input(inputShape);
    for (int layer = 0; layer < settings.layers(); layer++) {
      addBlock(model, "base." + layer, settings);
    }
    return model
        .then("flatten", new Layer.Flatten())
        .then("linear", Start.PYTORCH.linear(outputs))
        .build();
  }

  static void addBlock(ModelBuilder model, String name, Parameters settings) {
    model
        .then(name + ".conv", CONVOLUTION.convolution(settings.filters(), Window.square(3, 1, 1)))
        .then(name + ".normalize", new Layer.BatchNorm(Layer.BatchNorm.Statistics.BATCH))
        .then(name + ".relu", new Layer.Relu());
    if (settings.calibration()) {
      Calibration.add(model, name + ".calibration");
    }
    int pool = 2 * (4 / settings.layers()); // few layers pool more, as the official code does
    model.then(name + ".pool", new Layer.MaxPool(Window.square(pool, pool, 0)));
  }
}
