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
 * The network of La-MAML and FS-DGPM on Tiny ImageNet: four 3x3 convolutions {@code conv1} to
 * {@code conv4} of stride 2 instead of pooling, then linear layers {@code fc1}, {@code fc2} and
 * {@code fc3} (the logits), ReLU between all of them, no bias anywhere.
 */
public final class StridedConvNet implements Architecture {

  /** Settings of a {@code strided-convnet}. */
  public record Parameters(
      @Setting(value = "Filters of each convolution.", byDefault = "160", range = "[1, inf)")
          int filters,
      @Setting(value = "Size of both hidden linear layers.", byDefault = "640", range = "[1, inf)")
          int hidden) {}

  private static final int CONVOLUTIONS = 4;
  private static final Window HALVING = Window.square(3, 2, 1);
  private static final Start START = Start.withoutBias(new Initialization.NormalFanIn(2));
  private static final Declaration DECLARATION =
      new Declaration(
          "strided-convnet",
          "Four convolutions of stride 2 and three linear layers.",
          "Deng et al., FS-DGPM, NeurIPS 2021; after Gupta, Yadav and Paull, La-MAML, NeurIPS 2020",
          Parameters.class);

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public ModelSpec specify(Record parameters, List<Integer> inputShape, int outputs) {
    Parameters settings = (Parameters) parameters;
    ModelBuilder model = ModelSpec.input(inputShape);
    for (int number = 1; number <= CONVOLUTIONS; number++) {
      model
          .then("conv" + number, START.convolution(settings.filters(), HALVING))
          .then("relu" + number, new Layer.Relu());
    }
    return model
        .then("flatten", new Layer.Flatten())
        .then("fc1", START.linear(settings.hidden()))
        .then("relu5", new Layer.Relu())
        .then("fc2", START.linear(settings.hidden()))
        .then("relu6", new Layer.Relu())
        .then("fc3", START.linear(outputs))
        .build();
  }
}
