package io.clmaven.runtime.data;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * First part of a packed file: magic number, format version, length, and the components of this
 * record, closed by a CRC-32C of all that. The content follows: images of the training split,
 * images of the test split, labels of the training split, labels of the test split (two bytes each,
 * big-endian).
 *
 * @param shape [C, H, W] of one image
 * @param classes names in the order of the labels
 * @param train number of training images
 * @param test number of test images
 * @param contentChecksum CRC-32C of everything behind the header
 */
record PackedHeader(
    List<Integer> shape, List<String> classes, int train, int test, long contentChecksum) {

  /** Counts up when the layout changes. */
  static final int VERSION = 1;

  private static final long MAGIC = 0x434c5041434b4544L; // "CLPACKED"
  private static final int PREFIX_BYTES = Long.BYTES + 2 * Integer.BYTES;
  private static final int LARGEST_BODY = 1 << 24;

  int imageBytes() {
    return shape.get(0) * shape.get(1) * shape.get(2);
  }

  /** Returns the bytes of everything behind the header. */
  long contentBytes() {
    return ((long) train + test) * (imageBytes() + Short.BYTES);
  }

  ByteBuffer encode() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    for (int size : shape) {
      out.writeInt(size);
    }
    out.writeInt(train);
    out.writeInt(test);
    out.writeLong(contentChecksum);
    out.writeInt(classes.size());
    for (String name : classes) {
      out.writeUTF(name);
    }
    int length = bytes.size();
    ByteBuffer header = ByteBuffer.allocate(PREFIX_BYTES + length + Integer.BYTES);
    header.putLong(MAGIC).putInt(VERSION).putInt(length).put(bytes.toByteArray());
    return header.putInt(checksum(header.array(), PREFIX_BYTES + length)).flip();
  }

  /**
   * Reads the header and leaves the channel behind it.
   *
   * @throws IOException if it is damaged; the message says how
   */
  static PackedHeader read(FileChannel channel) throws IOException {
    ByteBuffer prefix = fill(channel, PREFIX_BYTES);
    if (prefix.getLong() != MAGIC) {
      throw new IOException("it does not start with 'CLPACKED'");
    }
    int version = prefix.getInt();
    int length = prefix.getInt();
    if (version != VERSION || length < 0 || length > LARGEST_BODY) {
      throw new IOException("its header is not readable");
    }
    ByteBuffer rest = fill(channel, length + Integer.BYTES);
    byte[] all =
        ByteBuffer.allocate(PREFIX_BYTES + length)
            .put(prefix.array())
            .put(rest.array(), 0, length)
            .array();
    if (rest.getInt(length) != checksum(all, all.length)) {
      throw new IOException("the checksum of its header is wrong");
    }
    return decode(new DataInputStream(new ByteArrayInputStream(rest.array(), 0, length)));
  }

  private static PackedHeader decode(DataInputStream in) throws IOException {
    List<Integer> shape = List.of(in.readInt(), in.readInt(), in.readInt());
    int train = in.readInt();
    int test = in.readInt();
    long checksum = in.readLong();
    List<String> classes = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      classes.add(in.readUTF());
    }
    return new PackedHeader(shape, List.copyOf(classes), train, test, checksum);
  }

  private static ByteBuffer fill(FileChannel channel, int bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(bytes);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new IOException("it ends inside its header");
      }
    }
    return buffer.flip();
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, length);
    return (int) checksum.getValue();
  }
}
