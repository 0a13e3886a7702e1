package io.clmaven.runtime.method.ewc;

import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.method.SampleDraw;
import java.util.Arrays;
import java.util.List;

/**
 * The Fisher matrix of the network's own predictions (Kirkpatrick et al., 2017): over inputs, the
 * mean of the expected squared gradient where the class is drawn from the network's softmax. The
 * expectation is taken over all classes of the head, without drawing.
 */
final class ExactFisher implements DiagonalFisher {

  private final SampleDraw draw;
  private final SampleSquares squares;
  private final ExpectedCrossEntropy loss = new ExpectedCrossEntropy();

  ExactFisher(Network network, SampleDraw draw) {
    this.draw = draw;
    this.squares = new SampleSquares(network);
  }

  @Override
  public float[] of(Task task) {
    List<Batch> batches = draw.from(task, BATCH);
    squares.clear();
    for (Batch batch : batches) {
      for (int label = 0; label < task.outputs().size(); label++) {
        Arrays.fill(batch.labels(), label);
        squares.add(batch, loss);
      }
    }
    return squares.mean(batches.stream().mapToInt(Batch::size).sum());
  }
}
