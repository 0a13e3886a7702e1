package io.clmaven.runtime.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RotatedInputsTest {

  private static final byte[] IMAGE = {10, 20, 30, 40, 50, 60, 70, 80, 90}; // 3 x 3

  @Test
  void leavesAnImageAsItIsAtZeroDegrees() {
    assertThat(turned(IMAGE, 0)).containsExactly(10, 20, 30, 40, 50, 60, 70, 80, 90);
  }

  @Test
  void turnsCounterClockwise() {
    assertThat(turned(IMAGE, 90)).containsExactly(30, 60, 90, 20, 50, 80, 10, 40, 70);
  }

  @Test
  void turnsUpsideDown() {
    assertThat(turned(IMAGE, 180)).containsExactly(90, 80, 70, 60, 50, 40, 30, 20, 10);
  }

  @Test
  void interpolatesBetweenFourPixelsWithBlackOutside() {
    // 45 degrees: the source of the top middle pixel (dx = 0, dy = -1) is dx = dy = -0.7071 off
    // the centre with the sign of x turned: x = 1.7071, y = 0.2929, between 20, 30, 50 and 60:
    // 0.2929 x 0.7071 x 20 + 0.7071 x 0.7071 x 30 + 0.2929 x 0.2929 x 50 + 0.7071 x 0.2929 x 60
    // = 4.14 + 15 + 4.29 + 12.43 = 35.86.
    assertThat(turned(IMAGE, 45)[1]).isEqualTo(36);
    // The source of a corner lies 1.4142 from the centre on an axis: (1 - 0.4142) x 40 = 23.43.
    assertThat(turned(IMAGE, 45)[0]).isEqualTo(12);
  }

  @Test
  void keepsTheBrightestLevel() {
    byte[] white = {-1, -1, -1, -1, -1, -1, -1, -1, -1};

    assertThat(turned(white, 30)[4]).isEqualTo(255);
  }

  private static int[] turned(byte[] image, double degrees) {
    List<Integer> shape = List.of(1, 3, 3);
    Inputs levels =
        (bytes, target, offset) -> {
          for (int i = 0; i < bytes.length; i++) {
            target[offset + i] = bytes[i] & 0xFF;
          }
        };
    float[] values = new float[9];
    new RotatedInputs(levels, shape, degrees).fill(image, values, 0);
    int[] result = new int[9];
    for (int i = 0; i < 9; i++) {
      result[i] = (int) values[i];
    }
    return result;
  }
}
