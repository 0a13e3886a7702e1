package io.clmaven.runtime.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The members of a zip file. */
final class ZipMembers implements Members {

  private static final int LARGEST_MEMBER = 1 << 28;

  private final ZipFile zip;
  private final NavigableMap<String, ZipArchiveEntry> entries = new TreeMap<>();

  ZipMembers(Path path) throws IOException {
    zip = ZipFile.builder().setPath(path).get();
    Collections.list(zip.getEntries()).stream()
        .filter(entry -> !entry.isDirectory())
        .forEach(entry -> entries.put(entry.getName(), entry));
  }

  @Override
  public NavigableSet<String> names() {
    return entries.navigableKeySet();
  }

  @Override
  public byte[] read(String name) throws IOException {
    try (InputStream in = zip.getInputStream(entries.get(name))) {
      byte[] bytes = in.readNBytes(LARGEST_MEMBER);
      if (bytes.length == LARGEST_MEMBER) {
        throw new IOException("larger than 256 MiB");
      }
      return bytes;
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
