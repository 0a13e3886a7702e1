package io.clmaven.runtime.data;

import io.clmaven.runtime.data.ImageFolder.Channels;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes JPEG and PNG images of any kind to planes of bytes. */
final class ImageDecoder {

  private static final int TRAILER_BYTES = 4096;

  private ImageDecoder() {}

  /**
   * Decodes an image.
   *
   * @throws IOException if it is not one or damaged; the message says which
   */
  static Planes decode(byte[] bytes, Channels channels) throws IOException {
    BufferedImage image = read(bytes, format(bytes));
    byte[][] planes = isGrey(image) ? grey(image) : colour(image);
    return new Planes(image.getHeight(), image.getWidth(), as(channels, planes));
  }

  private static String format(byte[] bytes) throws IOException {
    if (startsWith(bytes, 0xFF, 0xD8, 0xFF)) {
      if (!hasEndMarker(bytes)) {
        throw new IOException("truncated");
      }
      return "jpeg";
    }
    if (startsWith(bytes, 0x89, 'P', 'N', 'G')) {
      return "png";
    }
    throw new IOException("not a JPEG or PNG image");
  }

  private static boolean startsWith(byte[] bytes, int... signature) {
    for (int i = 0; i < signature.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != signature[i]) {
        return false;
      }
    }
    return true;
  }

  /** The decoder of the JDK fills what is missing with grey; the end marker tells. */
  private static boolean hasEndMarker(byte[] bytes) {
    for (int i = bytes.length - 2; i >= Math.max(0, bytes.length - TRAILER_BYTES); i--) {
      if ((bytes[i] & 0xFF) == 0xFF && (bytes[i + 1] & 0xFF) == 0xD9) {
        return true;
      }
    }
    return false;
  }

  private static BufferedImage read(byte[] bytes, String format) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(in, true, true);
      return reader.read(0);
    } catch (IOException | RuntimeException e) {
      throw new IOException(e.getMessage() == null ? "damaged" : "damaged: " + e.getMessage(), e);
    } finally {
      reader.dispose();
    }
  }

  private static boolean isGrey(BufferedImage image) {
    ColorModel model = image.getColorModel();
    return !(model instanceof IndexColorModel)
        && model.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
  }

  /** Grey levels as they are in the file; asking for RGB would brighten them. */
  private static byte[][] grey(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    int shift = image.getColorModel().getComponentSize(0) - Byte.SIZE;
    int[] samples = image.getRaster().getSamples(0, 0, width, height, 0, (int[]) null);
    byte[] plane = new byte[samples.length];
    for (int i = 0; i < samples.length; i++) {
      plane[i] = (byte) (samples[i] >> shift);
    }
    return new byte[][] {plane};
  }

  private static byte[][] colour(BufferedImage image) {
    int width = image.getWidth();
    int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
    byte[][] planes = new byte[3][pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      planes[0][i] = (byte) (pixels[i] >> 16);
      planes[1][i] = (byte) (pixels[i] >> 8);
      planes[2][i] = (byte) pixels[i];
    }
    return planes;
  }

  private static byte[][] as(Channels channels, byte[][] planes) {
    if (channels == Channels.RGB) {
      return planes.length == 3 ? planes : new byte[][] {planes[0], planes[0], planes[0]};
    }
    return planes.length == 1 ? planes : new byte[][] {luma(planes)};
  }

  /** ITU-R BT.601 luma in the fixed-point form of PIL. */
  private static byte[] luma(byte[][] planes) {
    byte[] luma = new byte[planes[0].length];
    for (int i = 0; i < luma.length; i++) {
      int sum =
          19595 * (planes[0][i] & 0xFF)
              + 38470 * (planes[1][i] & 0xFF)
              + 7471 * (planes[2][i] & 0xFF);
      luma[i] = (byte) (sum + 0x8000 >> 16);
    }
    return luma;
  }
}
