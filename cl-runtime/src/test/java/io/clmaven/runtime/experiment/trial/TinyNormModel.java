package io.clmaven.runtime.experiment.trial;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.engine.Initialization;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Window;
import io.clmaven.runtime.model.Architecture;
import java.util.List;

/** A convolution with batch normalisation, ReLU and dropout, and a linear layer. */
public final class TinyNormModel implements Architecture {

  @Override
  public Declaration declaration() {
    return new Declaration("tiny-norm", "Normalises.", "made for tests", Declaration.None.class);
  }

  @Override
  public ModelSpec specify(Record parameters, List<Integer> inputShape, int outputs) {
    Initialization law = new Initialization.UniformFanIn(1);
    return ModelSpec.input(inputShape)
        .then("conv1", new Layer.Convolution(6, Window.square(2, 1, 1), law, law))
        .then("bn1", new Layer.BatchNorm(Layer.BatchNorm.Statistics.RUNNING))
        .then("relu1", new Layer.Relu())
        .then("drop1", new Layer.Dropout(0.1))
        .then("flatten", new Layer.Flatten())
        .then("lin2", new Layer.Linear(outputs, false, law))
        .build();
  }
}
