package io.clmaven.runtime.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import us.hebi.matlab.mat.format.BufferAllocator;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.MatFile.Entry;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Source;
import us.hebi.matlab.mat.types.Sources;

/**
 * One split of SVHN, a MATLAB file with two variables whose first index runs fastest.
 *
 * @param file what to call it in messages
 * @param images {@code X}, unsigned bytes [row, column, channel, image]
 * @param labels {@code y}, 1 to 10, where 10 stands for the digit 0
 */
record SvhnPart(SourceFile file, Matrix images, Matrix labels) {

  static final int SIDE = 32;
  static final int CLASSES = 10;

  private static final int CHANNELS = 3;
  private static final int PIXELS = SIDE * SIDE;

  /**
   * Reads a file whole, into memory outside of the heap.
   *
   * @throws DataException if it is damaged or not of this form
   */
  static SvhnPart read(SourceFile file) {
    MatFile variables = variables(file);
    SvhnPart part = new SvhnPart(file, matrix(file, variables, "X"), matrix(file, variables, "y"));
    part.check();
    return part;
  }

  /** The result is not closed: that would take the memory of the variables. */
  private static MatFile variables(SourceFile file) {
    try (Source source = Sources.openFile(file.path().toFile())) {
      return Mat5.newReader(source).setBufferAllocator(new OffHeap()).readMat();
    } catch (IOException e) {
      throw ArchiveMessages.noMatFile(file);
    }
  }

  private static Matrix matrix(SourceFile file, MatFile variables, String name) {
    for (Entry entry : variables.getEntries()) {
      if (entry.getName().equals(name) && entry.getValue() instanceof Matrix matrix) {
        return matrix;
      }
    }
    throw ArchiveMessages.noVariable(file, name);
  }

  private void check() {
    int[] sizes = images.getDimensions();
    int[] expected = {SIDE, SIDE, CHANNELS, sizes[sizes.length - 1]};
    if (images.getType() != MatlabType.UInt8 || !Arrays.equals(sizes, expected)) {
      throw ArchiveMessages.wrongVariable(file, images.getType(), sizes);
    }
    if (labels.getNumElements() != size()) {
      throw ArchiveMessages.wrongLabels(file, labels.getNumElements(), size());
    }
    for (int i = 0; i < size(); i++) {
      if (labels.getInt(i) < 1 || labels.getInt(i) > CLASSES) {
        throw ArchiveMessages.noDigit(file, labels.getInt(i), i);
      }
    }
  }

  int size() {
    return images.getDimensions()[CHANNELS];
  }

  /** Returns the digit that an image shows. */
  int label(int index) {
    return labels.getInt(index) % CLASSES;
  }

  /** Returns an image, channel slowest, rows next. */
  byte[] image(int index) {
    byte[] image = new byte[CHANNELS * PIXELS];
    int first = index * image.length;
    for (int i = 0; i < image.length; i++) {
      int channel = i / PIXELS;
      int row = i % PIXELS / SIDE;
      int column = i % SIDE;
      image[i] = images.getByte(first + row + SIDE * column + PIXELS * channel);
    }
    return image;
  }

  /** The training images are 225 MB, too much for the heap of a worker. */
  private static final class OffHeap implements BufferAllocator {

    @Override
    public ByteBuffer allocate(int bytes) {
      return ByteBuffer.allocateDirect(bytes);
    }

    @Override
    public void release(ByteBuffer buffer) {}
  }
}
