package io.clmaven.runtime.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EnlargedInputsTest {

  private static final Inputs LEVELS =
      (image, target, offset) -> {
        for (int i = 0; i < image.length; i++) {
          target[offset + i] = image[i] & 0xFF;
        }
      };

  @Test
  void interpolatesAsPilDoes() {
    byte[] image = // 6 rows of 5 pixels
        bytes(
            0, 101, 202, 47, 148, 185, 43, 157, 15, 129, 114, 241, 112, 239, 110, 43, 183, 67, 207,
            91, 228, 125, 22, 175, 72, 157, 67, 233, 143, 53);

    // Image.fromarray(image).resize((8, 8), Image.BILINEAR)
    assertThat(enlarged(image, List.of(1, 6, 5), List.of(1, 8, 8)))
        .containsExactly(
            0, 44, 107, 170, 154, 57, 104, 148, 116, 93, 71, 139, 128, 36, 88, 136, 158, 141, 119,
            133, 128, 102, 112, 122, 105, 162, 226, 146, 147, 227, 163, 108, 52, 112, 183, 109, 116,
            202, 145, 93, 159, 153, 140, 72, 85, 177, 126, 79, 201, 159, 103, 102, 121, 159, 108,
            65, 157, 118, 77, 181, 205, 149, 92, 53);
  }

  @Test
  void enlargesDigitsAsPilDoes() {
    byte[] image = new byte[28 * 28];
    for (int i = 0; i < image.length; i++) {
      int y = i / 28;
      int x = i % 28;
      image[i] = (byte) (31 * i + 7 * y * y + x * x);
    }

    int[] enlarged = enlarged(image, List.of(1, 28, 28), List.of(1, 32, 32));

    // sum of the pixels that PIL makes, and their sum weighted by their positions
    assertThat(IntStream.of(enlarged).sum()).isEqualTo(129_907);
    assertThat(IntStream.range(0, 1024).map(i -> i * enlarged[i]).sum()).isEqualTo(67_076_008);
  }

  @Test
  void repeatsOneChannelOnAll() {
    int[] enlarged = enlarged(bytes(1, 255, 3, 4), List.of(1, 2, 2), List.of(3, 3, 3));

    assertThat(Arrays.copyOfRange(enlarged, 9, 18)).isEqualTo(Arrays.copyOf(enlarged, 9));
    assertThat(Arrays.copyOfRange(enlarged, 18, 27)).isEqualTo(Arrays.copyOf(enlarged, 9));
  }

  @Test
  void leavesAnImageOfTheRightSizeAsItIs() {
    assertThat(enlarged(bytes(1, 2, 3, 4, 5, 255, 7, 8), List.of(2, 2, 2), List.of(2, 2, 2)))
        .containsExactly(1, 2, 3, 4, 5, 255, 7, 8);
  }

  private static int[] enlarged(byte[] image, List<Integer> from, List<Integer> to) {
    float[] values = new float[to.stream().reduce(1, (a, b) -> a * b)];
    new EnlargedInputs(from, to, LEVELS).fill(image, values, 0);
    return IntStream.range(0, values.length).map(i -> (int) values[i]).toArray();
  }

  private static byte[] bytes(int... levels) {
    byte[] bytes = new byte[levels.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) levels[i];
    }
    return bytes;
  }
}
