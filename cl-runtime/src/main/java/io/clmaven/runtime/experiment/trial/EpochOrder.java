package io.clmaven.runtime.experiment.trial;

import io.clmaven.runtime.random.RandomStreams;
import io.clmaven.runtime.state.StateReader;
import io.clmaven.runtime.state.StateWriter;
import io.clmaven.runtime.state.Stateful;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** In which order an epoch visits examples and batches. */
final class EpochOrder implements Stateful {

  private final IntFunction<int[]> permutation;
  private int[] examples = {};
  private int[] batches = {};

  /**
   * Makes the order of no epoch.
   *
   * @param permutation returns 0 to n - 1 in an order of its own at each call
   */
  EpochOrder(IntFunction<int[]> permutation) {
    this.permutation = permutation;
  }

  /** Makes an order that random numbers decide. */
  static EpochOrder drawnBy(RandomStreams random) {
    return new EpochOrder(random.stream("batches")::permutation);
  }

  /** Draws the order of the next epoch. */
  void shuffle(TrainingData data) {
    examples = new int[data.size()];
    for (TrainingData.Group group : data.groups()) {
      int[] drawn = permutation.apply(group.examples().size());
      System.arraycopy(drawn, 0, examples, group.first(), drawn.length);
    }
    batches =
        data.groups().size() == 1
            ? IntStream.range(0, data.batches()).toArray()
            : permutation.apply(data.batches());
  }

  /** Returns the examples, each counted within its group. */
  int[] examples() {
    return examples;
  }

  /** Returns the batch of a step. */
  int batch(int step) {
    return batches[step];
  }

  @Override
  public void save(StateWriter out) {
    out.putInts("order.examples", examples);
    out.putInts("order.batches", batches);
  }

  @Override
  public void load(StateReader in) {
    examples = in.getInts("order.examples");
    batches = in.getInts("order.batches");
  }
}
