package io.clmaven.runtime.experiment.trial;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.engine.Initialization;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.model.Architecture;
import java.util.List;

/** Two linear layers with a ReLU and dropout between them. */
public final class TinyModel implements Architecture {

  @Override
  public Declaration declaration() {
    return new Declaration("tiny", "Two layers.", "made for tests", Declaration.None.class);
  }

  @Override
  public ModelSpec specify(Record parameters, List<Integer> inputShape, int outputs) {
    Initialization law = new Initialization.UniformFanIn(1);
    return ModelSpec.input(inputShape)
        .then("flatten", new Layer.Flatten())
        .then("lin1", new Layer.Linear(12, false, law))
        .then("relu1", new Layer.Relu())
        .then("drop1", new Layer.Dropout(0.1))
        .then("lin2", new Layer.Linear(outputs, false, law))
        .build();
  }
}
