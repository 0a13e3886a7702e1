package io.clmaven.runtime.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32C;

/** A packed file, memory-mapped. The operating system shares its pages between all trials. */
final class MappedDataSet implements PackedDataSet {

  private static final int LARGEST_MAPPING = 1 << 30;

  private final PackedHeader header;
  private final int imagesPerMapping;
  private final ByteBuffer[] images; // imagesPerMapping images each, both splits in a row
  private final ByteBuffer labels;

  private MappedDataSet(PackedHeader header, FileChannel channel) throws IOException {
    this.header = header;
    int imageBytes = header.imageBytes();
    int count = Math.addExact(header.train(), header.test());
    imagesPerMapping = LARGEST_MAPPING / imageBytes;
    images = new ByteBuffer[(count + imagesPerMapping - 1) / imagesPerMapping];
    long position = channel.position();
    for (int i = 0; i < images.length; i++) {
      long mapped = (long) Math.min(imagesPerMapping, count - i * imagesPerMapping) * imageBytes;
      images[i] = channel.map(MapMode.READ_ONLY, position, mapped);
      position += mapped;
    }
    labels = channel.map(MapMode.READ_ONLY, position, (long) count * Short.BYTES);
  }

  /**
   * Opens a packed file and checks every byte of it.
   *
   * @throws IOException if it is not there or damaged; the message says how
   */
  static MappedDataSet open(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      PackedHeader header = PackedHeader.read(channel);
      if (channel.size() != channel.position() + header.contentBytes()) {
        throw new IOException("it has the wrong length");
      }
      MappedDataSet opened = new MappedDataSet(header, channel);
      if (opened.checksum() != header.contentChecksum()) {
        throw new IOException("the checksum of its content is wrong");
      }
      return opened;
    }
  }

  private long checksum() {
    CRC32C checksum = new CRC32C();
    for (ByteBuffer mapping : images) {
      checksum.update(mapping.duplicate());
    }
    checksum.update(labels.duplicate());
    return checksum.getValue();
  }

  @Override
  public List<Integer> shape() {
    return header.shape();
  }

  @Override
  public List<String> classes() {
    return header.classes();
  }

  @Override
  public int size(Split split) {
    return split == Split.TRAIN ? header.train() : header.test();
  }

  @Override
  public int label(Split split, int index) {
    return labels.getShort(Short.BYTES * position(split, index)) & 0xFFFF;
  }

  @Override
  public void image(Split split, int index, byte[] target) {
    int position = position(split, index);
    images[position / imagesPerMapping].get(
        position % imagesPerMapping * header.imageBytes(), target, 0, header.imageBytes());
  }

  private int position(Split split, int index) {
    Objects.checkIndex(index, size(split));
    return split == Split.TRAIN ? index : header.train() + index;
  }
}
