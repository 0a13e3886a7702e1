package io.clmaven.runtime.model;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.component.Setting;
import io.clmaven.runtime.engine.Initialization;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.ModelBuilder;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Window;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * ResNet-18 for photographs, as torchvision has it: a 7x7 stem {@code conv1}, {@code bn1} and
 * max-pooling that divide the image by 4, stages {@code layer1} to {@code layer4} of two {@link
 * BasicBlock}s, the mean of each map, and {@code linear} with bias, which makes the logits. All
 * layers but {@code linear} can start with trained weights.
 */
public final class ResNet18 implements Architecture {

  /** Settings of a {@code resnet-18}. */
  public record Parameters(
      @Setting(value = Effects.WIDTH, byDefault = "64", range = "[1, inf)") int width,
      @Setting(value = Effects.STATISTICS, byDefault = "running")
          Layer.BatchNorm.Statistics statistics,
      @Setting(
              "File with trained weights for all layers but the last: safetensors with the names of"
                  + " torchvision, or a model zip of DL4J; relative to the folder of the POM. Random"
                  + " ones if not set.")
          Optional<String> weights) {}

  private static final String HEAD = "linear";
  private static final Start CONVOLUTION = Start.withoutBias(new Initialization.NormalFanOut(2));
  private static final Declaration DECLARATION =
      new Declaration(
          "resnet-18",
          "Residual network of 18 layers for photographs.",
          "He, Zhang, Ren and Sun, CVPR 2016",
          Parameters.class);

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public ModelSpec specify(Record parameters, List<Integer> inputShape, int outputs) {
    Parameters settings = (Parameters) parameters;
    ModelBuilder model =
        ModelSpec.input(inputShape)
            .then("conv1", CONVOLUTION.convolution(settings.width(), Window.square(7, 2, 3)))
            .then("bn1", new Layer.BatchNorm(settings.statistics()))
            .then("relu1", new Layer.Relu())
            .then("pool1", new Layer.MaxPool(Window.square(3, 2, 1)));
    new BasicBlock(CONVOLUTION, settings.statistics()).addStages(model, settings.width());
    return model
        .then("pool2", new Layer.GlobalAveragePool())
        .then(HEAD, Start.PYTORCH.linear(outputs))
        .build();
  }

  @Override
  public ModelSpec specify(Record parameters, List<Integer> inputShape, int outputs, Path base) {
    ModelSpec model = specify(parameters, inputShape, outputs);
    return ((Parameters) parameters)
        .weights()
        .map(file -> new PretrainedWeights(base.resolve(file), HEAD).startOf(model))
        .orElse(model);
  }

  @Override
  public List<String> files(Record parameters) {
    return ((Parameters) parameters).weights().stream().toList();
  }
}
