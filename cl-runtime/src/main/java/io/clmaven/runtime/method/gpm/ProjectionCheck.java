package io.clmaven.runtime.method.gpm;

import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.Loss;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.engine.SoftmaxCrossEntropy;
import io.clmaven.runtime.method.subspace.Basis;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Measures how much of the gradients that a network projects lies in the bases: ||G' M||_F /
 * ||G||_F of each weight, where G is the gradient without and G' with the projection. It takes the
 * batch of the last step through the network twice more, and leaves no trace there: the same
 * dropout decisions, running statistics and gradient as before.
 */
final class ProjectionCheck {

  /** Gradients below it cannot move a float32 weight; their share of rounding says nothing. */
  private static final double SMALLEST = 1e-20;

  private final Network network;
  private final List<Segment> weights;
  private final Loss loss = new SoftmaxCrossEntropy();
  private float[] before = {}; // [P]

  ProjectionCheck(Network network, List<Segment> weights) {
    this.network = network;
    this.weights = List.copyOf(weights);
  }

  /**
   * Returns the deviation of each weight.
   *
   * @param batch what the last step was trained with
   * @param bases that the network projects by, one per weight
   */
  double[] deviations(Batch batch, List<Basis> bases) {
    FlatVector gradient = network.gradient();
    before = before.length == 0 ? new float[gradient.length()] : before;
    System.arraycopy(gradient.pull(), 0, before, 0, before.length);
    long pass = network.pass();
    double[] deviations = new double[weights.size()];
    network.repeat(batch, pass);
    network.backward(batch, loss);
    Arrays.setAll(deviations, i -> bases.get(i).overlap(gradient(weights.get(i))));
    network.repeat(batch, pass);
    network.backwardUnprojected(batch, loss);
    for (int i = 0; i < deviations.length; i++) {
      double norm = gradient(weights.get(i)).norm2Number().doubleValue();
      deviations[i] /= Math.max(norm, SMALLEST);
    }
    System.arraycopy(before, 0, gradient.values(), 0, before.length);
    return deviations;
  }

  private INDArray gradient(Segment weight) {
    return network
        .gradient()
        .array()
        .get(NDArrayIndex.interval(weight.offset(), weight.end()))
        .reshape('c', weight.rows(), weight.columns())
        .castTo(DataType.DOUBLE);
  }
}
