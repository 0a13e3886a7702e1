package io.clmaven.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.component.Selection;
import io.clmaven.runtime.component.Setting;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.experiment.yaml.Catalogues;
import io.clmaven.runtime.experiment.yaml.Node;
import io.clmaven.runtime.experiment.yaml.NodeReader;
import io.clmaven.runtime.experiment.yaml.Problems;
import io.clmaven.runtime.experiment.yaml.RecordBinder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Models as an experiment file asks for them, defaults filled in. */
public final class Networks {

  private record Holder(@Setting("The network.") Selection<Architecture> model) {}

  private static final Catalogues CATALOGUES = new Catalogues(Networks.class.getClassLoader());

  private Networks() {}

  /**
   * Makes the specification.
   *
   * @param model what stands behind {@code model:}
   * @param input shape of one sample
   */
  public static ModelSpec specify(String model, List<Integer> input, int outputs) {
    Selection<Architecture> selection = select(model, new Problems()).orElseThrow();
    return selection.create().specify(selection.parameters(), input, outputs);
  }

  /** Returns what is wrong with the settings of a model. */
  static Stream<String> problems(String model) {
    Problems problems = new Problems();
    assertThat(select(model, problems)).isEmpty();
    return problems.list().stream().map(Object::toString);
  }

  private static Optional<Selection<Architecture>> select(String model, Problems problems) {
    RecordBinder<Holder> binder = new RecordBinder<>(Holder.class, CATALOGUES);
    Node.Mapping file =
        (Node.Mapping) new NodeReader("a.yaml", problems).read("model: " + model).orElseThrow();
    var parts = binder.parts(file, "the experiment", problems);
    return parts.containsKey("model")
        ? binder.make(parts, file.place(), problems).map(Holder::model)
        : Optional.empty();
  }
}
