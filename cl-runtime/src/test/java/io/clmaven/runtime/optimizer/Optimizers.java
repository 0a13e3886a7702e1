package io.clmaven.runtime.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.component.Selection;
import io.clmaven.runtime.component.Setting;
import io.clmaven.runtime.experiment.yaml.Catalogues;
import io.clmaven.runtime.experiment.yaml.Node;
import io.clmaven.runtime.experiment.yaml.NodeReader;
import io.clmaven.runtime.experiment.yaml.Problems;
import io.clmaven.runtime.experiment.yaml.RecordBinder;

/** Optimizers as an experiment file asks for them, defaults filled in. */
public final class Optimizers {

  private record Holder(@Setting("The rule.") Selection<Optimizer> optimizer) {}

  private static final Catalogues CATALOGUES = new Catalogues(Optimizers.class.getClassLoader());

  private Optimizers() {}

  /**
   * Chooses one.
   *
   * @param optimizer what stands behind {@code optimizer:}
   */
  public static Selection<Optimizer> select(String optimizer) {
    Problems problems = new Problems();
    RecordBinder<Holder> binder = new RecordBinder<>(Holder.class, CATALOGUES);
    Node.Mapping file =
        (Node.Mapping)
            new NodeReader("a.yaml", problems).read("optimizer: " + optimizer).orElseThrow();
    var parts = binder.parts(file, "the experiment", problems);
    assertThat(problems.list()).isEmpty();
    return binder.make(parts, file.place(), problems).orElseThrow().optimizer();
  }
}
