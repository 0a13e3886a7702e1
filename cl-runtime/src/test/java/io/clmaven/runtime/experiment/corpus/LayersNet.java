package io.clmaven.runtime.experiment.corpus;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.component.Setting;
import io.clmaven.runtime.engine.Initialization;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.model.Architecture;
import java.util.List;

/** Model {@code mlp} of the corpus. */
public final class LayersNet implements Architecture {

  /** Parameters. */
  public record Settings(
      @Setting(value = "Widths of the hidden layers.", byDefault = "[100, 100]", range = "[1, inf)")
          List<Integer> hidden,
      @Setting(value = "Whether layers have a bias.", byDefault = "true") boolean bias) {}

  @Override
  public Declaration declaration() {
    return new Declaration("mlp", "Fully connected layers.", "Corpus", Settings.class);
  }

  @Override
  public ModelSpec specify(Record parameters, List<Integer> inputShape, int outputs) {
    Settings settings = (Settings) parameters;
    Initialization start = new Initialization.UniformFanIn(1);
    ModelSpec.Builder model = ModelSpec.input(inputShape).then("flatten", new Layer.Flatten());
    for (int i = 0; i < settings.hidden().size(); i++) {
      model.then("l" + i, new Layer.Linear(settings.hidden().get(i), settings.bias(), start));
    }
    return model.then("out", new Layer.Linear(outputs, settings.bias(), start)).build();
  }
}
