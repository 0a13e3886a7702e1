package io.clmaven.runtime.data;

import io.clmaven.runtime.component.Declaration;
import io.clmaven.runtime.data.DataFile.Packing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** The members of a generated archive, which can be changed before it is put into a cache. */
final class ArchiveFixture {

  static final Declaration DECLARATION =
      new Declaration("tiny", "A generated set.", "this test", Declaration.None.class);

  private static final FileTime WRITTEN = FileTime.fromMillis(0); // same content, same bytes

  private final DataStore store;
  private final Map<String, byte[]> members = new LinkedHashMap<>();

  ArchiveFixture(Path cache) {
    store = new DataStore(cache);
  }

  DataStore store() {
    return store;
  }

  ArchiveFixture with(String member, byte[] content) {
    members.put(member, content);
    return this;
  }

  ArchiveFixture with(String member, String text) {
    return with(member, text.getBytes(StandardCharsets.UTF_8));
  }

  ArchiveFixture without(String member) {
    members.remove(member);
    return this;
  }

  DataFile zip() {
    return put("tiny/tiny.zip", zipped());
  }

  DataFile tarGz() {
    return put("tiny/tiny.tar.gz", tarred());
  }

  /** Puts any bytes into the cache as a file of the data set. */
  DataFile put(String name, byte[] content) {
    DataFile file =
        new DataFile(name, List.of(), Packing.NONE, IdxFixture.sha256(content), content.length);
    try {
      Files.createDirectories(store.content(file).getParent());
      Files.write(store.content(file), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  byte[] tarred() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes);
        TarArchiveOutputStream tar = new TarArchiveOutputStream(gzip)) {
      for (Map.Entry<String, byte[]> member : members.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(member.getKey());
        entry.setSize(member.getValue().length);
        entry.setModTime(WRITTEN);
        tar.putArchiveEntry(entry);
        tar.write(member.getValue());
        tar.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private byte[] zipped() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> member : members.entrySet()) {
        ZipEntry entry = new ZipEntry(member.getKey());
        entry.setLastModifiedTime(WRITTEN);
        zip.putNextEntry(entry);
        zip.write(member.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
