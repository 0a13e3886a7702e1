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
 * ResNet-18 for small images, as GPM has it: a 3x3 stem {@code conv1}, {@code bn1} that keeps the
 * size, stages {@code layer1} to {@code layer4} of two {@link BasicBlock}s, average pooling 2x2,
 * and {@code linear} without bias, which makes the logits.
 */
public final class SmallResNet18 implements Architecture {

  /** Settings of a {@code small-resnet-18}. */
  public record Parameters(
      @Setting(value = Effects.WIDTH, byDefault = "20", range = "[1, inf)") int width,
      @Setting(value = Effects.STATISTICS, byDefault = "batch")
          Layer.BatchNorm.Statistics statistics) {}

  private static final Start START = Start.withoutBias(Initialization.PYTORCH);
  private static final Declaration DECLARATION =
      new Declaration(
          "small-resnet-18",
          "Residual network of 18 layers for small images.",
          "Saha, Garg and Roy, Gradient Projection Memory, ICLR 2021; after He, Zhang, Ren and"
              + " Sun, CVPR 2016",
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
            .then("conv1", START.convolution(settings.width(), Window.square(3, 1, 1)))
            .then("bn1", new Layer.BatchNorm(settings.statistics()))
            .then("relu1", new Layer.Relu());
    new BasicBlock(START, settings.statistics()).addStages(model, settings.width());
    return model
        .then("pool", new Layer.AveragePool(Window.square(2, 2, 0)))
        .then("flatten", new Layer.Flatten())
        .then("linear", START.linear(outputs))
        .build();
  }
}
