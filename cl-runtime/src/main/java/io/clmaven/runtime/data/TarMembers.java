package io.clmaven.runtime.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarFile;

/** The members of a tar file that is not compressed. */
final class TarMembers implements Members {

  private final TarFile tar;
  private final NavigableMap<String, TarArchiveEntry> entries = new TreeMap<>();

  TarMembers(Path path) throws IOException {
    tar = new TarFile(path);
    tar.getEntries().stream()
        .filter(TarArchiveEntry::isFile)
        .forEach(entry -> entries.put(entry.getName(), entry));
  }

  @Override
  public NavigableSet<String> names() {
    return entries.navigableKeySet();
  }

  @Override
  public byte[] read(String name) throws IOException {
    try (InputStream in = tar.getInputStream(entries.get(name))) {
      return in.readAllBytes();
    }
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }
}
