package io.clmaven.runtime.method.gpm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clmaven.runtime.method.subspace.Basis;
import io.clmaven.runtime.method.subspace.Columns;
import io.clmaven.runtime.method.subspace.RepresentationMatrix;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

class BasisUpdateTest {

  /** Energies 16, 9, 4, 1 along the axes; shares 0.533, 0.833, 0.967, 1. */
  private static final RepresentationMatrix AXES =
      matrix(
          new double[][] {
            {4, 0, 0, 0, 0},
            {0, 3, 0, 0, 0},
            {0, 0, 2, 0, 0},
            {0, 0, 0, 1, 0}
          });

  @Test
  void theFirstTaskDoesNotKeepTheDirectionThatCrossesTheThreshold() {
    // 16/30 < 0.8, 25/30 is not
    assertThat(BasisUpdate.first(AXES, 0.8).rank()).isEqualTo(1);
  }

  @Test
  void theFirstTaskDoesNotKeepTheDirectionThatReachesTheThresholdExactly() {
    // 3/4 of the energy 4 + 4 + 4 + 4 is reached by three directions
    RepresentationMatrix same = Columns.matrix(Nd4j.eye(4).castTo(DataType.DOUBLE).mul(2));
    assertThat(BasisUpdate.first(same, 0.75).rank()).isEqualTo(2);
  }

  @Test
  void aLaterTaskKeepsTheDirectionThatCrossesTheThreshold() {
    // 16/30 < 0.8, then 25/30 crosses
    assertThat(BasisUpdate.next(Basis.empty(4), AXES, 0.8).rank()).isEqualTo(2);
  }

  @Test
  void whatTheBasisExplainsCountsTowardsTheThreshold() {
    Basis two = BasisUpdate.first(AXES, 0.9);
    // 25/30 are explained, so that (25 + 4)/30 crosses 0.95
    assertThat(BasisUpdate.next(two, AXES, 0.95).rank()).isEqualTo(3);
  }

  @Test
  void aBasisThatExplainsEnoughStaysAsItIs() {
    Basis two = BasisUpdate.first(AXES, 0.9);
    assertThat(BasisUpdate.next(two, AXES, 0.8)).isSameAs(two);
  }

  @Test
  void aBasisNeverHasMoreDirectionsThanDimensions() {
    Basis full = BasisUpdate.next(Basis.empty(4), AXES, 1);
    assertThat(full.rank()).isEqualTo(4);
    assertThat(BasisUpdate.next(full, AXES, 1)).isSameAs(full);
  }

  @Test
  void directionsWithoutEnergyAreNotKept() {
    RepresentationMatrix plane = matrix(new double[][] {{1, 2, 3}, {0, 1, 1}, {1, 3, 4}});
    assertThat(BasisUpdate.next(Basis.empty(3), plane, 1).rank()).isEqualTo(2);
  }

  @Test
  void inputsThatAreAllZeroAddNothing() {
    RepresentationMatrix zero = matrix(new double[4][5]);
    Basis memory = BasisUpdate.first(AXES, 0.9);
    assertThat(BasisUpdate.first(zero, 0.9).rank()).isZero();
    assertThat(BasisUpdate.next(memory, zero, 0.9)).isSameAs(memory);
  }

  @Test
  void moreDimensionsThanSamplesGiveTheSameDirections() {
    // columns (3, 0, 4) and (0, 2, 0): energies 25 and 4
    RepresentationMatrix tall = matrix(new double[][] {{3, 0}, {0, 2}, {4, 0}});
    double[][] projector = BasisReplay.projector(BasisUpdate.first(tall, 0.9));
    assertThat(projector[0]).containsExactly(new double[] {0.36, 0, 0.48}, within(1e-6));
    assertThat(projector[1]).containsExactly(new double[] {0, 0, 0}, within(1e-6));
    assertThat(projector[2]).containsExactly(new double[] {0.48, 0, 0.64}, within(1e-6));
  }

  @Test
  void inputsThatAreNotNumbersAreRefused() {
    assertThatThrownBy(() -> matrix(new double[][] {{1, Double.NaN}}))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage(
            "Cannot find the leading directions of a layer's inputs: they are not finite. Lower the"
                + " learning rate.");
  }

  private static RepresentationMatrix matrix(double[][] r) {
    return Columns.matrix(Nd4j.createFromArray(r));
  }
}
