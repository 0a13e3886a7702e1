package io.clmaven.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.engine.onednn.OnednnEngine;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class WeightedProjectionTest {

  private static final ModelSpec MODEL = Models.mlp(9, false, 12, 4);
  private static final float REACH = 1e-6f;

  @Property(tries = 20)
  void isTheProductWithTheBasisAndItsWeights(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int rank) {
    try (Network network = trained(seed)) {
      Segment weight = network.layout().weights().get(0);
      INDArray m = Models.orthonormal(weight.columns(), rank, seed);
      float[] lambda = lambda(rank);
      INDArray g = matrix(network.gradient().pull(), weight);
      INDArray expected =
          g.mmul(m).mmul(Nd4j.diag(Nd4j.createFromArray(lambda))).mmul(m.transpose());
      FlatVector target = copy(network);
      new WeightedProjection(weight, m).project(target, lambda);
      assertThat(matrix(target.pull(), weight).sub(expected).amaxNumber().floatValue())
          .isLessThan(REACH);
    }
  }

  @Property(tries = 20)
  void byFactorsIsTheSameAsWithoutThem(@ForAll long seed, @ForAll @IntRange(max = 9) int rank) {
    try (Network network = trained(seed)) {
      Segment weight = network.layout().weights().get(0);
      INDArray m = rank == 0 ? null : Models.orthonormal(weight.columns(), rank, seed);
      WeightedProjection projection = new WeightedProjection(weight, m);
      FlatVector plain = copy(network);
      projection.project(plain, lambda(rank));
      FlatVector byFactors = copy(network);
      assertThat(network.gradient().factors(weight.offset())).isNotNull();
      projection.project(network.gradient(), byFactors, lambda(rank));
      assertThat(byFactors.pull())
          .usingComparatorWithPrecision(REACH)
          .containsExactly(plain.pull());
    }
  }

  @Property(tries = 5)
  void aChangedGradientHasNoFactors(@ForAll long seed) {
    try (Network network = trained(seed)) {
      Segment weight = network.layout().weights().get(0);
      network.gradient().scale(2);
      assertThat(network.gradient().factors(weight.offset())).isNull();
    }
  }

  private static Network trained(long seed) {
    Network network = Models.compile(new OnednnEngine(), MODEL, seed);
    Batch batch = Models.batch(MODEL, 4, seed);
    network.forward(batch, Mode.TRAIN);
    network.backward(batch, new SoftmaxCrossEntropy());
    return network;
  }

  private static float[] lambda(int rank) {
    float[] lambda = new float[rank];
    for (int i = 0; i < rank; i++) {
      lambda[i] = 1f / (i + 1);
    }
    return lambda;
  }

  private static FlatVector copy(Network network) {
    FlatVector copy = network.vector();
    copy.copyFrom(network.gradient());
    return copy;
  }

  private static INDArray matrix(float[] vector, Segment weight) {
    float[] part = Arrays.copyOfRange(vector, weight.offset(), weight.end());
    return Nd4j.createFromArray(part).reshape(weight.rows(), weight.columns());
  }
}
