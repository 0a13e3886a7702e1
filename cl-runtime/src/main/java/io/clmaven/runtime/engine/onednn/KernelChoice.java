package io.clmaven.runtime.engine.onednn;

import io.clmaven.runtime.engine.Extent;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.bytedeco.dnnl.primitive_desc;

/**
 * Which of oneDNN's kernels a convolution takes: the first that is offered, unless that one is
 * wrong or measured to be slower than another. It follows from the shape alone, so that a run that
 * is repeated takes the same kernels.
 */
enum KernelChoice {
  /** What oneDNN thinks best. */
  FIRST(".*"),
  /**
   * Not the fastest kernels: where the output is one column wide, those of oneDNN 3.11 step down
   * the rows by the stride of the columns.
   */
  RIGHT("(?!brg).*"),
  /**
   * Not the kernels for single pixels: through a stride, from less than a vector of channels to
   * their gradient, those of oneDNN 3.11 write behind memory of their own where images are large.
   */
  SAFE("(?!jit_1x1).*"),
  /** For 20 filters 0.6 of the time of the first one. */
  NARROW("jit:avx512.*"),
  /** Single pixels through a stride, from a few channels: 0.4 to 0.9 of the time. */
  STRIDED_PIXELS("jit:avx512.*"),
  /** The same as {@link #NARROW} for the way back to 20 channels. */
  NARROW_BACK("jit(_1x1)?:avx2.*"),
  /** Back through a stride, 0.6 to 0.85 of the time. */
  STRIDED_BACK("jit(_1x1)?:avx512.*");

  /** Channels that fill a vector. */
  private static final int VECTOR = 16;

  /** Channels that fill two vectors; kernels that compute two at once idle below. */
  private static final int TWO_VECTORS = 2 * VECTOR;

  /** From here on the first kernel is the fastest for single pixels through a stride. */
  private static final int MANY_CHANNELS = 256;

  private final Pattern names;

  KernelChoice(String names) {
    this.names = Pattern.compile(names);
  }

  static KernelChoice forward(ConvolutionShape shape) {
    if (isStridedColumn(shape)) {
      return RIGHT;
    }
    if (skipsRows(shape) && isPixel(shape) && shape.input().channels() < MANY_CHANNELS) {
      return STRIDED_PIXELS;
    }
    return shape.output().channels() < TWO_VECTORS ? NARROW : FIRST;
  }

  static KernelChoice backwardData(ConvolutionShape shape) {
    if (isStridedColumn(shape)) {
      return RIGHT;
    } else if (shape.input().channels() < TWO_VECTORS) {
      return NARROW_BACK;
    }
    return skipsRows(shape) ? STRIDED_BACK : FIRST;
  }

  static KernelChoice backwardWeights(ConvolutionShape shape) {
    if (isStridedColumn(shape)) {
      return RIGHT;
    }
    return skipsPixels(shape) && isPixel(shape) && shape.input().channels() < VECTOR ? SAFE : FIRST;
  }

  private static boolean skipsPixels(ConvolutionShape shape) {
    return !shape.window().stride().equals(Extent.square(1));
  }

  private static boolean skipsRows(ConvolutionShape shape) {
    return shape.window().stride().rows() > 1;
  }

  private static boolean isPixel(ConvolutionShape shape) {
    return shape.window().kernel().equals(Extent.square(1));
  }

  private static boolean isStridedColumn(ConvolutionShape shape) {
    Extent stride = shape.window().stride();
    return shape.output().width() == 1 && stride.rows() != stride.columns();
  }

  /** Returns a description of the kernel; of the first one if this processor has no other. */
  <D extends primitive_desc> D of(Supplier<D> maker) {
    D description = maker.get();
    do {
      if (names.matcher(description.impl_info_str().getString()).matches()) {
        return description;
      }
    } while (description.next_impl());
    description.close();
    return maker.get();
  }
}
