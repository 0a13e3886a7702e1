package io.clmaven.runtime.method.subspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clmaven.runtime.random.RandomStream;
import io.clmaven.runtime.random.RandomStreams;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Matrices R [d, n] of any shape and rank, also zero, against a singular value decomposition. */
class RepresentationMatrixPropertiesTest {

  private static final double TOLERANCE = 1e-5;
  private static final double SHARE = 1e-6; // of the largest singular value

  @Property(tries = 100)
  void singularValuesAreThoseOfR(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 40) int d,
      @ForAll @IntRange(min = 1, max = 60) int n,
      @ForAll @IntRange(min = 0, max = 50) int rank) {
    INDArray r = matrix(seed, d, n, rank);
    Spectrum spectrum = Columns.matrix(r).spectrum();
    double[] expected = singularValues(r);
    assertThat(spectrum.size()).isLessThanOrEqualTo(Math.min(rank, expected.length));
    for (int i = 0; i < expected.length; i++) {
      double value = i < spectrum.size() ? Math.sqrt(spectrum.energy(i)) : 0;
      assertThat(value).isCloseTo(expected[i], within(2 * SHARE * expected[0]));
    }
  }

  @Property(tries = 100)
  void whatIsLeftWithoutABasisHasTheSingularValuesOfTheResidual(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 40) int d,
      @ForAll @IntRange(min = 1, max = 60) int n,
      @ForAll @IntRange(min = 0, max = 50) int rank) {
    Basis basis = new LeadingShare(0.8).basis(Columns.matrix(matrix(seed + 1, d, n, rank)));
    INDArray r = matrix(seed, d, n, 50);
    RepresentationMatrix rest = Columns.matrix(r).without(basis);
    double[] expected = singularValues(residual(r, basis));
    double scale = Math.sqrt(Columns.matrix(r).energy());
    double energy = 0;
    for (int i = 0; i < expected.length; i++) {
      energy += expected[i] * expected[i];
      double value = i < rest.spectrum().size() ? Math.sqrt(rest.spectrum().energy(i)) : 0;
      assertThat(value).isCloseTo(expected[i], within(2 * SHARE * scale));
    }
    assertThat(rest.energy()).isCloseTo(energy, within(1e-10 * scale * scale));
  }

  @Property(tries = 100)
  void leadingDirectionsHaveTheirEnergy(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 40) int d,
      @ForAll @IntRange(min = 1, max = 60) int n,
      @ForAll @IntRange(min = 1, max = 50) int rank) {
    INDArray r = matrix(seed, d, n, rank);
    Spectrum spectrum = Columns.matrix(r).spectrum();
    INDArray m = spectrum.extend(Basis.empty(d), spectrum.size()).matrix(DataType.DOUBLE);
    INDArray shares = m.transpose().mmul(r); // [k, n]
    for (int i = 0; i < spectrum.size(); i++) {
      double length = shares.getRow(i).norm2Number().doubleValue();
      double value = Math.sqrt(spectrum.energy(i));
      assertThat(length).isCloseTo(value, within(TOLERANCE * Math.sqrt(spectrum.energy(0))));
    }
  }

  @Property(tries = 100)
  void directionsAddedToABasisAreOrthonormal(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 40) int d,
      @ForAll @IntRange(min = 1, max = 60) int n,
      @ForAll @IntRange(min = 0, max = 50) int rank) {
    Basis basis = new LeadingShare(0.7).basis(Columns.matrix(matrix(seed + 1, d, n, rank)));
    Spectrum rest = Columns.matrix(matrix(seed, d, n, 50)).without(basis).spectrum();
    Basis grown = rest.extend(basis, Math.min(rest.size(), d - basis.rank()));
    INDArray m = grown.matrix(DataType.DOUBLE);
    INDArray identity = Nd4j.eye(grown.rank()).castTo(DataType.DOUBLE);
    INDArray deviation = m.transpose().mmul(m).subi(identity);
    assertThat(deviation.amaxNumber().doubleValue()).isLessThan(TOLERANCE);
  }

  /** A product of random factors, whose rows have very different sizes. */
  private static INDArray matrix(long seed, int d, int n, int rank) {
    RandomStream random = new RandomStreams(seed).stream("test");
    if (rank == 0) {
      return Nd4j.zeros(DataType.DOUBLE, d, n);
    }
    return factor(random, d, rank).mmul(factor(random, rank, n));
  }

  private static INDArray factor(RandomStream random, int rows, int columns) {
    double[][] values = new double[rows][columns];
    for (double[] row : values) {
      double size = Math.pow(10, -2 * random.nextDouble());
      for (int j = 0; j < columns; j++) {
        row[j] = size * random.nextGaussian();
      }
    }
    return Nd4j.createFromArray(values);
  }

  private static INDArray residual(INDArray r, Basis basis) {
    INDArray m = basis.matrix(DataType.DOUBLE);
    return m == null ? r : r.sub(m.mmul(m.transpose().mmul(r)));
  }

  private static double[] singularValues(INDArray r) {
    double[] values = new double[Math.min(r.rows(), r.columns())];
    double[] a = r.dup('f').data().asDouble();
    double[] unused = new double[1];
    int info =
        openblas.LAPACKE_dgesdd(
            openblas.LAPACK_COL_MAJOR,
            (byte) 'N',
            r.rows(),
            r.columns(),
            a,
            r.rows(),
            values,
            unused,
            r.rows(),
            unused,
            r.columns());
    assertThat(info).isZero();
    return values;
  }
}
