package io.clmaven.runtime.data;

import io.clmaven.runtime.data.PackedDataSet.Split;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** Picture files of one colour, and what of them is found in a packed data set. */
final class GeneratedPictures {

  private GeneratedPictures() {}

  /** Returns a JPEG file of one grey level in RGB. */
  static byte[] jpeg(int width, int height, int level) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] pixels = new int[width * height];
    Arrays.fill(pixels, level << 16 | level << 8 | level);
    image.setRGB(0, 0, width, height, pixels, 0, width);
    return file(image, "jpeg");
  }

  /** Returns a PNG file, its rows one behind the other as 0xRRGGBB. */
  static byte[] png(int width, int... pixels) {
    int height = pixels.length / width;
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, width, height, pixels, 0, width);
    return file(image, "png");
  }

  private static byte[] file(BufferedImage image, String format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Returns the last byte of every image. */
  static List<Integer> levels(PackedDataSet packed, Split split) {
    return IntStream.range(0, packed.size(split))
        .mapToObj(
            i -> {
              byte[] image = image(packed, split, i);
              return image[image.length - 1] & 0xFF;
            })
        .toList();
  }

  static byte[] image(PackedDataSet packed, Split split, int index) {
    byte[] image = new byte[packed.shape().stream().reduce(1, (a, b) -> a * b)];
    packed.image(split, index, image);
    return image;
  }

  static List<Integer> labels(PackedDataSet packed, Split split) {
    return IntStream.range(0, packed.size(split)).mapToObj(i -> packed.label(split, i)).toList();
  }
}
