package io.clmaven.runtime.experiment.sweep;

import io.clmaven.runtime.experiment.yaml.Node;
import io.clmaven.runtime.random.RandomStream;
import java.math.BigDecimal;
import java.util.List;

/**
 * A setting that is searched.
 *
 * @param path which one
 * @param values what it can be
 */
record Parameter(SettingPath path, Values values) {

  /** Values of a setting. */
  sealed interface Values {

    /** Draws one of them. */
    Node draw(RandomStream random);
  }

  /** Values that are listed. */
  record Listed(List<Node> all) implements Values {

    Listed {
      all = List.copyOf(all);
    }

    @Override
    public Node draw(RandomStream random) {
      return all.get(random.nextInt(all.size()));
    }
  }

  /** Numbers between two ends. */
  record Between(Node node, Range range) implements Values {

    @Override
    public Node draw(RandomStream random) {
      BigDecimal drawn = range.draw(random);
      String text = range.integer() ? drawn.toPlainString() : drawn.toString();
      return Node.Scalar.of(node.place(), text);
    }
  }
}
