package io.clmaven.runtime.method.gpm;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.method.subspace.Basis;
import io.clmaven.runtime.method.subspace.Columns;
import io.clmaven.runtime.method.subspace.RepresentationMatrix;
import io.clmaven.runtime.random.RandomStream;
import io.clmaven.runtime.random.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class BasisPropertiesTest {

  private static final double TOLERANCE = 1e-5;
  private static final int TASKS = 4;

  @Property(tries = 60)
  void directionsAreOrthonormal(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 40) int dimension,
      @ForAll @IntRange(min = 1, max = 60) int samples,
      @ForAll @DoubleRange(min = 0, max = 1) double threshold) {
    for (Basis basis : bases(seed, dimension, samples, threshold)) {
      INDArray m = basis.matrix(DataType.DOUBLE);
      if (m != null) {
        INDArray gram = m.transpose().mmul(m);
        INDArray identity = Nd4j.eye(basis.rank()).castTo(DataType.DOUBLE);
        assertThat(gram.sub(identity).amaxNumber().doubleValue()).isLessThan(TOLERANCE);
      }
    }
  }

  @Property(tries = 60)
  void ranksNeverDecreaseAndNeverExceedTheDimension(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 40) int dimension,
      @ForAll @IntRange(min = 1, max = 60) int samples,
      @ForAll @DoubleRange(min = 0, max = 1) double threshold) {
    List<Integer> ranks =
        bases(seed, dimension, samples, threshold).stream().map(Basis::rank).toList();
    assertThat(ranks).isSorted();
    assertThat(ranks).allMatch(rank -> rank <= dimension);
  }

  @Property(tries = 60)
  void aLaterTaskIsExplainedUpToTheThreshold(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 40) int dimension,
      @ForAll @IntRange(min = 1, max = 60) int samples,
      @ForAll @DoubleRange(min = 0, max = 0.99) double threshold) {
    RandomStream random = new RandomStreams(seed).stream("test");
    Basis basis = BasisUpdate.first(Columns.matrix(inputs(random, dimension, samples)), threshold);
    RepresentationMatrix later = Columns.matrix(inputs(random, dimension, samples));
    RepresentationMatrix residual = later.without(BasisUpdate.next(basis, later, threshold));
    double explained = 1 - residual.energy() / later.energy();
    assertThat(explained).isGreaterThanOrEqualTo(threshold - TOLERANCE);
  }

  @Property(tries = 60)
  void theOrderOfTheSamplesDoesNotMatter(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 40) int dimension,
      @ForAll @IntRange(min = 1, max = 60) int samples) {
    RandomStream random = new RandomStreams(seed).stream("test");
    INDArray r = inputs(random, dimension, samples);
    INDArray shuffled = r.getColumns(random.permutation(samples));
    double[][] projector = BasisReplay.projector(BasisUpdate.first(Columns.matrix(r), 0.9));
    double[][] other = BasisReplay.projector(BasisUpdate.first(Columns.matrix(shuffled), 0.9));
    INDArray difference = Nd4j.createFromArray(projector).sub(Nd4j.createFromArray(other));
    assertThat(difference.amaxNumber().doubleValue()).isLessThan(TOLERANCE);
  }

  private static List<Basis> bases(long seed, int dimension, int samples, double threshold) {
    RandomStream random = new RandomStreams(seed).stream("test");
    List<Basis> bases = new ArrayList<>();
    bases.add(BasisUpdate.first(Columns.matrix(inputs(random, dimension, samples)), threshold));
    while (bases.size() < TASKS) {
      Basis last = bases.get(bases.size() - 1);
      bases.add(
          BasisUpdate.next(last, Columns.matrix(inputs(random, dimension, samples)), threshold));
    }
    return bases;
  }

  /** Rows of very different sizes, as layers have them, so that energies fall steeply. */
  private static INDArray inputs(RandomStream random, int dimension, int samples) {
    double[][] values = new double[dimension][samples];
    for (double[] row : values) {
      double size = Math.pow(10, -3 * random.nextDouble());
      for (int j = 0; j < samples; j++) {
        row[j] = size * (2 * random.nextDouble() - 1);
      }
    }
    return Nd4j.createFromArray(values);
  }
}
