package io.clmaven.runtime.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.benchmark.RotatedInputs.Interpolation;
import io.clmaven.runtime.benchmark.RotatedInputs.Turn;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource({
    "45, 0 4 9 10 0 2 8 9 14 20 7 7 13 19 19 6 12 17 18 24 0 16 17 22 0",
    "30, 0 3 4 10 0 2 8 9 14 15 6 12 13 19 20 11 12 18 18 24 0 16 22 23 0",
    "-20.5, 0 1 2 3 0 11 7 8 9 5 16 12 13 14 10 21 17 18 19 15 0 23 24 25 0"
  })
  void takesTheNearestPixelAsPilDoes(double degrees, String expected) {
    byte[] image = new byte[25];
    IntStream.range(0, 25).forEach(i -> image[i] = (byte) (i + 1));

    assertThat(turned(image, new Turn(degrees, Interpolation.NEAREST)))
        .containsExactly(Stream.of(expected.split(" ")).mapToInt(Integer::parseInt).toArray());
  }

  private static int[] turned(byte[] image, double degrees) {
    return turned(image, new Turn(degrees, Interpolation.BILINEAR));
  }

  private static int[] turned(byte[] image, Turn turn) {
    int side = (int) Math.sqrt(image.length);
    List<Integer> shape = List.of(1, side, side);
    Inputs levels =
        (bytes, target, offset) -> {
          for (int i = 0; i < bytes.length; i++) {
            target[offset + i] = bytes[i] & 0xFF;
          }
        };
    float[] values = new float[image.length];
    new RotatedInputs(levels, shape, turn).fill(image, values, 0);
    int[] result = new int[image.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (int) values[i];
    }
    return result;
  }
}
