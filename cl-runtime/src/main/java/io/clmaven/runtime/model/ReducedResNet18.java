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
 * The reduced ResNet-18 of TAG and Stable SGD: a 3x3 stem {@code conv1}, {@code bn1} that keeps the
 * size, stages {@code layer1} to {@code layer4} of two {@link ReducedBlock}s with one convolution
 * each, average pooling 4x4, and {@code linear} with bias, which makes the logits.
 */
public final class ReducedResNet18 implements Architecture {

  /** Settings of a {@code reduced-resnet-18}. */
  public record Parameters(
      @Setting(value = Effects.WIDTH, byDefault = "20", range = "[1, inf)") int width,
      @Setting(
              value = "Probability of dropout behind each batch normalisation of a block.",
              byDefault = "0",
              range = "[0, 1)")
          double dropout) {}

  private static final Start STEM = Start.withoutBias(Initialization.PYTORCH);
  private static final Declaration DECLARATION =
      new Declaration(
          "reduced-resnet-18",
          "Residual network with one convolution per block, for small images.",
          "Malviya, Ravindran and Chandar, TAG, CoLLAs 2022; after Mirzadeh et al., NeurIPS 2020",
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
            .then("conv1", STEM.convolution(settings.width(), Window.square(3, 1, 1)))
            .then("bn1", new Layer.BatchNorm(Layer.BatchNorm.Statistics.RUNNING))
            .then("relu1", new Layer.Relu());
    new ReducedBlock(settings.dropout()).addStages(model, settings.width());
    return model
        .then("pool", new Layer.AveragePool(Window.square(4, 4, 0)))
        .then("flatten", new Layer.Flatten())
        .then("linear", Start.PYTORCH.linear(outputs))
        .build();
  }
}
