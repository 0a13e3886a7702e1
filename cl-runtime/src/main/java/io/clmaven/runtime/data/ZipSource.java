package io.clmaven.runtime.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Image files in a zip file, which is read where it lies; nothing is unpacked. One folder around
 * everything, as many archives have it, is left out of the names.
 */
final class ZipSource implements ImageSource {

  private static final int LARGEST_IMAGE = 1 << 28;

  private final Path path;
  private final ZipFile zip;
  private final Map<String, ZipArchiveEntry> entries = new TreeMap<>();

  ZipSource(Path path) throws IOException {
    this.path = path;
    this.zip = ZipFile.builder().setPath(path).get();
    List<ZipArchiveEntry> found = Collections.list(zip.getEntries());
    String prefix = commonFolder(found);
    for (ZipArchiveEntry entry : found) {
      String name = entry.getName().substring(prefix.length());
      if (ImageSource.isImage(name)) {
        entries.put(name, entry);
      }
    }
  }

  private static String commonFolder(List<ZipArchiveEntry> entries) {
    String first = entries.isEmpty() ? "" : entries.get(0).getName();
    String folder = first.substring(0, first.indexOf('/') + 1);
    boolean common = entries.stream().allMatch(entry -> entry.getName().startsWith(folder));
    return common && !folder.equals("train/") && !folder.equals("test/") ? folder : "";
  }

  @Override
  public Path location() {
    return path;
  }

  @Override
  public List<String> files() {
    return List.copyOf(entries.keySet());
  }

  @Override
  public byte[] read(String file) throws IOException {
    try (InputStream in = zip.getInputStream(entries.get(file))) {
      byte[] bytes = in.readNBytes(LARGEST_IMAGE);
      if (bytes.length == LARGEST_IMAGE) {
        throw new IOException("larger than 256 MiB");
      }
      return bytes;
    }
  }

  @Override
  public String hash() throws IOException {
    return Sha256.of(path);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
