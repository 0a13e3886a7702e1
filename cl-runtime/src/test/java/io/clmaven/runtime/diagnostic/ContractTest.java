package io.clmaven.runtime.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContractTest {

  private final Contract unchecked = new Contract("gpm.orthonormal", "max |MᵀM − I|", 1e-5);

  @Test
  void keepsTheWorstDeviationAndItsPlace() {
    assertThat(unchecked.checked(0, "task 1").checked(1e-6, "task 2").checked(1e-7, "task 3"))
        .isEqualTo(new Contract("gpm.orthonormal", "max |MᵀM − I|", 1e-5, 1e-6, "task 2", 3));
  }

  @Test
  void namesThePlaceOfTheFirstCheckAlsoWithoutADeviation() {
    assertThat(unchecked.checked(0, "task 1").where()).isEqualTo("task 1");
  }

  @Test
  void holdsUpToItsLimit() {
    assertThat(unchecked.checked(1e-5, "task 1").holds()).isTrue();
    assertThat(unchecked.checked(1.1e-5, "task 1").holds()).isFalse();
  }

  @Test
  void isBrokenByADeviationThatIsNoNumberForGood() {
    Contract broken = unchecked.checked(Double.NaN, "task 1").checked(1, "task 2");
    assertThat(broken.holds()).isFalse();
    assertThat(broken.where()).isEqualTo("task 1");
  }
}
