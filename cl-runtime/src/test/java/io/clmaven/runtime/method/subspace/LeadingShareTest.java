package io.clmaven.runtime.method.subspace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class LeadingShareTest {

  /** Energies 9, 4, 2.25, 0.75 along the axes; shares 0.5625, 0.8125, 0.953125, 1. */
  private static final INDArray AXES = Nd4j.diag(Nd4j.createFromArray(3, 2, 1.5, Math.sqrt(0.75)));

  @Test
  void keepsTheDirectionThatCrossesTheThreshold() {
    assertThat(rank(AXES, 0.9)).isEqualTo(3);
  }

  @Test
  void stopsAtADirectionThatReachesTheThresholdExactly() {
    assertThat(rank(AXES, 0.8125)).isEqualTo(2);
  }

  @Test
  void keepsOneDirectionForTheThresholdZero() {
    assertThat(rank(AXES, 0)).isEqualTo(1);
  }

  @Test
  void comparesInSinglePrecision() {
    INDArray small = Nd4j.diag(Nd4j.createFromArray(1, 1e-4)); // shares 1 - 1e-8, 1
    assertThat(rank(small, 0.99999999999)).isEqualTo(1);
    assertThat(rank(small, 1)).isEqualTo(2);
  }

  @Test
  void keepsAllDirectionsFromOneToTen() {
    assertThat(rank(AXES, 1)).isEqualTo(4);
    assertThat(rank(AXES, 10)).isEqualTo(4);
  }

  @Test
  void takesALargerThresholdForTheNumberOfDirections() {
    INDArray same = Nd4j.eye(20).castTo(DataType.DOUBLE);
    assertThat(rank(same, 12.9)).isEqualTo(12);
    assertThat(rank(AXES, 12)).isEqualTo(4);
  }

  @Test
  void keepsNothingOfInputsThatAreAllZero() {
    assertThat(rank(Nd4j.zeros(DataType.DOUBLE, 4, 5), 0.9)).isZero();
  }

  private static int rank(INDArray r, double threshold) {
    return new LeadingShare(threshold).basis(Columns.matrix(r)).rank();
  }
}
