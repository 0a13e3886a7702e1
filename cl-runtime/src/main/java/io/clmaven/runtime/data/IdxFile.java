package io.clmaven.runtime.data;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One file in the IDX format whose header and length have been checked: two zero bytes, the element
 * type, the number of dimensions, the sizes as big-endian integers, the elements.
 *
 * @param path where it lies
 * @param sizes sizes of the dimensions
 */
record IdxFile(Path path, int[] sizes) {

  static final int LABELS = 0x0801;
  static final int IMAGES = 0x0803;

  private static final int UNSIGNED_BYTE = 0x08;

  /**
   * Reads and checks the header.
   *
   * @param file what to call it in messages, and where it is
   * @param magic {@link #LABELS} or {@link #IMAGES}
   * @throws DataException if it is not there or not what it should be
   */
  static IdxFile open(SourceFile file, int magic) {
    file.checkThere();
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file.path()))) {
      checkMagic(file, in.readInt(), magic);
      int[] sizes = new int[magic & 0xFF];
      for (int i = 0; i < sizes.length; i++) {
        sizes[i] = in.readInt();
      }
      IdxFile opened = new IdxFile(file.path(), sizes);
      opened.checkLength(file);
      return opened;
    } catch (EOFException e) {
      throw DataMessages.headerTruncated(file, headerBytes(magic & 0xFF));
    } catch (IOException e) {
      throw DataMessages.unreadable(file, e);
    }
  }

  private static void checkMagic(SourceFile file, int found, int expected) {
    if (found == expected) {
      return;
    }
    if (found == LABELS || found == IMAGES) {
      throw DataMessages.swapped(file, found);
    }
    int type = (found >>> 8) & 0xFF;
    if (found >>> 16 == 0 && type != UNSIGNED_BYTE) {
      throw DataMessages.wrongElementType(file, type);
    }
    throw DataMessages.wrongMagic(file, found, expected);
  }

  private void checkLength(SourceFile file) throws IOException {
    long elements = 1;
    for (int size : sizes) {
      if (size <= 0) {
        throw DataMessages.wrongSizes(file, sizes);
      }
      elements = Math.multiplyHigh(elements, size) == 0 ? elements * size : Long.MAX_VALUE;
    }
    long expected = elements + headerBytes(sizes.length);
    long found = Files.size(path);
    if (found != expected) {
      throw DataMessages.wrongLength(file, sizes, expected, found);
    }
  }

  /** Opens the elements, behind the header. */
  InputStream elements() throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    in.skipNBytes(headerBytes(sizes.length));
    return in;
  }

  private static int headerBytes(int dimensions) {
    return Integer.BYTES * (1 + dimensions);
  }
}
