package io.clmaven.runtime.method.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowOrderTest {

  @Test
  void beginsWithTheOrderOfTheBatch() {
    RowOrder order = new RowOrder();
    order.reset(3);
    assertThat(order.rows()).containsExactly(0, 1, 2);
  }

  @Test
  void aSecondPermutationPermutesThePermutedRows() {
    RowOrder order = new RowOrder();
    order.reset(3);
    order.permute(new int[] {2, 0, 1});
    assertThat(order.rows()).containsExactly(2, 0, 1);
    order.permute(new int[] {1, 0, 2});
    assertThat(order.rows()).containsExactly(0, 2, 1);
  }
}
