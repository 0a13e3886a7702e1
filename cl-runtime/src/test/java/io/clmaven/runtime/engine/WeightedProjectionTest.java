package io.clmaven.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.engine.onednn.OnednnEngine;
import java.util.Arrays;
import java.util.List;
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

  @Property(tries = 20)
  void isTheSameBitForBitWhateverTheWeightsWereBefore(@ForAll long seed) {
    try (Network network = trained(seed)) {
      Segment weight = network.layout().weights().get(0);
      INDArray m = Models.orthonormal(weight.columns(), 4, seed);
      float[] ones = {1, 1, 1, 1};
      WeightedProjection used = new WeightedProjection(weight, m);
      used.project(copy(network), new float[] {0.3f, 0.2f, 0.1f, 0});
      used.project(copy(network), ones);
      for (float[] lambda : List.of(lambda(4), ones)) {
        FlatVector before = copy(network);
        used.remove(before, lambda);
        FlatVector first = copy(network);
        new WeightedProjection(weight, m).remove(first, lambda);
        assertThat(before.pull()).containsExactly(first.pull());
      }
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
