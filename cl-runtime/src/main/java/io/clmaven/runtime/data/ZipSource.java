package io.clmaven.runtime.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;

/**
 * Image files in a zip file. One folder around everything, as many archives have it, is left out of
 * the names.
 */
final class ZipSource implements ImageSource {

  private final Path path;
  private final ZipMembers zip;
  private final String prefix;

  ZipSource(Path path) throws IOException {
    this.path = path;
    this.zip = new ZipMembers(path);
    this.prefix = commonFolder(zip.names());
  }

  private static String commonFolder(NavigableSet<String> names) {
    String first = names.isEmpty() ? "" : names.first();
    String folder = first.substring(0, first.indexOf('/') + 1);
    boolean common = names.stream().allMatch(name -> name.startsWith(folder));
    return common && !folder.equals("train/") && !folder.equals("test/") ? folder : "";
  }

  @Override
  public Path location() {
    return path;
  }

  @Override
  public List<String> files() {
    return zip.names().stream()
        .map(name -> name.substring(prefix.length()))
        .filter(ImageSource::isImage)
        .toList();
  }

  @Override
  public byte[] read(String file) throws IOException {
    return zip.read(prefix + file);
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
