package io.clmaven.runtime.method.ewc;

import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Loss;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.SoftmaxCrossEntropy;
import io.clmaven.runtime.method.SampleDraw;
import java.util.List;

/** The empirical Fisher matrix: the mean of the squared gradients of single samples. */
final class EmpiricalFisher implements DiagonalFisher {

  private final SampleDraw draw;
  private final SampleSquares squares;
  private final Loss loss = new SoftmaxCrossEntropy();

  EmpiricalFisher(Network network, SampleDraw draw) {
    this.draw = draw;
    this.squares = new SampleSquares(network);
  }

  @Override
  public float[] of(Task task) {
    List<Batch> batches = draw.from(task, BATCH);
    squares.clear();
    for (Batch batch : batches) {
      squares.add(batch, loss);
    }
    return squares.mean(batches.stream().mapToInt(Batch::size).sum());
  }
}
