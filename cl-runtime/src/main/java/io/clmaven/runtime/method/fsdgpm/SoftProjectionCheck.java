package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.engine.FlatVector;
import io.clmaven.runtime.engine.Segment;
import io.clmaven.runtime.method.subspace.Basis;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Measures a soft projection of a gradient: ||G' M - G M (I - diag(lambda))||_F / ||G||_F of each
 * weight, with G before and G' = G - Pi(G) after it; with lambda = 1 it is ||G' M|| / ||G||.
 */
final class SoftProjectionCheck {

  /** Gradients below it cannot move a float32 weight; their share of rounding says nothing. */
  private static final double SMALLEST = 1e-20;

  private final List<Segment> weights;
  private final List<INDArray> bases = new ArrayList<>(); // M [d, k]; null if k = 0
  private final List<INDArray> expected = new ArrayList<>(); // G M (I - diag(lambda)) [o, k]
  private final double[] norms; // ||G||

  /** Looks at a gradient before its projection. */
  SoftProjectionCheck(List<Segment> weights, SoftProjection projection, FlatVector gradient) {
    this.weights = List.copyOf(weights);
    this.norms = new double[weights.size()];
    List<Basis> memory = projection.memory().bases();
    for (int i = 0; i < norms.length; i++) {
      INDArray g = part(weights.get(i), gradient);
      INDArray m = memory.get(i).matrix(DataType.DOUBLE);
      norms[i] = g.norm2Number().doubleValue();
      bases.add(m);
      expected.add(m == null ? null : kept(g.mmul(m), projection.weights().values()[i]));
    }
  }

  private static INDArray kept(INDArray coordinates, float[] lambda) {
    INDArray share = Nd4j.createFromArray(lambda).castTo(DataType.DOUBLE).rsubi(1);
    return coordinates.muliRowVector(share);
  }

  /** Returns the deviation of each weight after the projection. */
  double[] deviations(FlatVector gradient) {
    double[] deviations = new double[norms.length];
    for (int i = 0; i < norms.length; i++) {
      if (bases.get(i) != null) {
        INDArray found = part(weights.get(i), gradient).mmul(bases.get(i));
        double distance = found.subi(expected.get(i)).norm2Number().doubleValue();
        deviations[i] = distance / Math.max(norms[i], SMALLEST);
      }
    }
    return deviations;
  }

  private static INDArray part(Segment weight, FlatVector gradient) {
    return gradient
        .array()
        .get(NDArrayIndex.interval(weight.offset(), weight.end()))
        .reshape('c', weight.rows(), weight.columns())
        .castTo(DataType.DOUBLE);
  }
}
