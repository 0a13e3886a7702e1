package io.clmaven.runtime.data;

import java.io.Closeable;
import java.io.IOException;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The records of one member of a CIFAR archive, read one after the other. */
final class CifarMember implements Closeable {

  private final SourceFile archive;
  private final String name;
  private final TarArchiveInputStream in;
  private final byte[] record;
  private final long records;
  private long position = -1;

  private CifarMember(SourceFile archive, String name, TarArchiveInputStream in, int recordBytes) {
    this.archive = archive;
    this.name = name;
    this.in = in;
    this.record = new byte[recordBytes];
    long size = in.getCurrentEntry().getSize();
    if (size == 0 || size % recordBytes != 0) {
      throw ArchiveMessages.wrongRecords(archive, name, size, recordBytes);
    }
    this.records = size / recordBytes;
  }

  /**
   * Opens a member.
   *
   * @throws DataException if the archive is damaged, has no such member, or its size is wrong
   */
  static CifarMember open(SourceFile archive, String name, int recordBytes) {
    try {
      TarArchiveInputStream in = TarGz.open(archive, name);
      try {
        return new CifarMember(archive, name, in, recordBytes);
      } catch (RuntimeException e) {
        in.close();
        throw e;
      }
    } catch (IOException e) {
      throw DataMessages.unreadable(archive, e);
    }
  }

  String name() {
    return name;
  }

  /** Returns the number of the current record, counted from 0. */
  long position() {
    return position;
  }

  /** Returns the bytes of the current record; the next one overwrites them. */
  byte[] record() {
    return record;
  }

  /**
   * Goes on to the next record and returns whether there is one.
   *
   * @throws DataException if the archive is damaged
   */
  boolean next() {
    position++;
    if (position == records) {
      return false;
    }
    try {
      if (in.readNBytes(record, 0, record.length) < record.length) {
        throw new IOException("it ends inside '%s'".formatted(name));
      }
      return true;
    } catch (IOException e) {
      throw DataMessages.unreadable(archive, e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
