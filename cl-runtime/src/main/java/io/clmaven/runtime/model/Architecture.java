package io.clmaven.runtime.model;

import io.clmaven.runtime.component.Component;
import io.clmaven.runtime.engine.ModelSpec;
import java.util.List;

/** A family of networks, for example {@code mlp}. */
public interface Architecture extends Component {

  /**
   * Makes the specification.
   *
   * @param parameters instance of the declared parameter record
   * @param inputShape shape of one sample: [D] or [C, H, W]
   * @param outputs number of logits of all heads together
   */
  ModelSpec specify(Record parameters, List<Integer> inputShape, int outputs);
}
