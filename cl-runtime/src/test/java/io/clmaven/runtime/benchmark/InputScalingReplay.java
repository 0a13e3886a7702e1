package io.clmaven.runtime.benchmark;

import static io.clmaven.runtime.replay.Reference.assertWithin;
import static io.clmaven.runtime.replay.Reference.field;
import static io.clmaven.runtime.replay.Reference.flat;
import static io.clmaven.runtime.replay.Reference.ints;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Pixels of a data set as the networks of TAG see them, with the settings that the documentation
 * names.
 *
 * @param mean of each channel
 * @param deviation of each channel
 * @param channels where red, green and blue are among the bytes of a pixel
 */
public record InputScalingReplay(List<Double> mean, List<Double> deviation, int... channels) {

  private static final double TOLERANCE = 1e-5; // of |expected| + rms

  private static final InputScalingReplay MINI_IMAGENET =
      new InputScalingReplay(List.of(0.5), List.of(0.5), 0, 1, 2);
  private static final InputScalingReplay CUB =
      new InputScalingReplay(
          List.of(0.40956863, 0.45992157, 0.48698039), List.of(0.0019607843), 2, 1, 0);

  /** Kind {@code input_scaling}: one case per data set. */
  public static Stream<DynamicTest> dataSets(JsonNode file) {
    return Stream.of(
        DynamicTest.dynamicTest(
            "miniImageNet",
            () ->
                MINI_IMAGENET.check(
                    field(file, "mini_imagenet_hwc_uint8"), field(file, "mini_imagenet_chw"))),
        DynamicTest.dynamicTest(
            "CUB", () -> CUB.check(field(file, "cub_hwc_bgr_uint8"), field(file, "cub_chw"))));
  }

  private void check(JsonNode bytes, JsonNode scaled) {
    int[] levels = ints(field(bytes, "data")); // [H, W, C]
    int[] shape = ints(field(scaled, "shape")); // [C, H, W]
    byte[] image = new byte[levels.length];
    int pixels = levels.length / channels.length;
    for (int i = 0; i < image.length; i++) {
      image[i] = (byte) levels[i % pixels * channels.length + channels[i / pixels]];
    }
    float[] values = new float[image.length];
    new Normalisation(List.of(shape[0], shape[1], shape[2]), new PixelMoments(mean, deviation))
        .fill(image, values, 0);
    float[] expected = flat(field(scaled, "data"));
    double squares = 0;
    for (float value : expected) {
      squares += value * value;
    }
    double rms = Math.sqrt(squares / expected.length);
    for (int i = 0; i < expected.length; i++) {
      double tolerance = TOLERANCE * (Math.abs(expected[i]) + rms);
      assertWithin("value " + i, values[i], expected[i], tolerance);
    }
  }
}
