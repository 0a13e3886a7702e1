package io.clmaven.runtime.data;

import io.clmaven.runtime.data.PackedDataSet.Split;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;

/** Writes a packed file: images as they come, then the labels, the header last. */
final class PackedWriter {

  private static final int BUFFER_BYTES = 1 << 20;

  private final FileChannel channel;
  private final PackedContent content;
  private final int imageBytes;
  private final CRC32C checksum = new CRC32C();
  private final ByteArrayOutputStream labels = new ByteArrayOutputStream();
  private final ByteBuffer buffer;
  private final int[] counts = new int[Split.values().length];

  private PackedWriter(FileChannel channel, PackedContent content) {
    this.channel = channel;
    this.content = content;
    this.imageBytes = header(0).imageBytes();
    this.buffer = ByteBuffer.allocate(Math.max(BUFFER_BYTES, imageBytes));
  }

  /** Writes all content to an empty file and forces it to the disk. */
  static void write(PackedContent content, FileChannel channel) throws IOException {
    PackedWriter writer = new PackedWriter(channel, content);
    channel.position(writer.header(0).encode().remaining());
    content.writeTo(writer);
    writer.finish();
  }

  /**
   * Adds an image; training images come before test images.
   *
   * @param image C x H x W bytes, channel slowest, rows next
   */
  void add(Split split, int label, byte[] image) throws IOException {
    if (image.length != imageBytes || split == Split.TRAIN && counts[Split.TEST.ordinal()] > 0) {
      throw new IllegalArgumentException("image out of place or of wrong size");
    }
    if (buffer.remaining() < imageBytes) {
      flush();
    }
    buffer.put(image);
    labels.write(label >>> Byte.SIZE);
    labels.write(label);
    counts[split.ordinal()]++;
  }

  private void finish() throws IOException {
    flush();
    writeFully(ByteBuffer.wrap(labels.toByteArray()));
    channel.position(0);
    ByteBuffer header = header(checksum.getValue()).encode();
    while (header.hasRemaining()) {
      channel.write(header);
    }
    channel.force(true);
  }

  private PackedHeader header(long contentChecksum) {
    return new PackedHeader(
        content.shape(),
        content.classes(),
        counts[Split.TRAIN.ordinal()],
        counts[Split.TEST.ordinal()],
        contentChecksum);
  }

  private void flush() throws IOException {
    writeFully(buffer.flip());
    buffer.clear();
  }

  private void writeFully(ByteBuffer bytes) throws IOException {
    checksum.update(bytes.duplicate());
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
