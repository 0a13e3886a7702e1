package io.clmaven.runtime.model;

import io.clmaven.runtime.component.Component;
import io.clmaven.runtime.engine.ModelSpec;
import java.nio.file.Path;
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

  /**
   * Makes the specification of a network that files of the user describe.
   *
   * @param base what the paths of {@link #files} are relative to
   */
  default ModelSpec specify(Record parameters, List<Integer> inputShape, int outputs, Path base) {
    return specify(parameters, inputShape, outputs);
  }

  /** Returns the paths of files of the user that the network is made from. */
  default List<String> files(Record parameters) {
    return List.of();
  }
}
