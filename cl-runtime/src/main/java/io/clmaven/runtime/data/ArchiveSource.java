package io.clmaven.runtime.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.function.Predicate;

/**
 * Image files in a zip or tar file. One folder around everything, as many archives have it, is left
 * out of the names.
 */
final class ArchiveSource implements ImageSource {

  private final Path path;
  private final Members members;
  private final Predicate<String> wanted;
  private final String prefix;

  private ArchiveSource(Path path, Members members, Predicate<String> wanted) {
    this.path = path;
    this.members = members;
    this.wanted = wanted;
    this.prefix = commonFolder(members.names());
  }

  /** Opens a file: a tar file if its name ends with {@code .tar}, else a zip file. */
  static ArchiveSource open(Path path, Predicate<String> wanted) throws IOException {
    boolean tar = path.getFileName().toString().endsWith(".tar");
    return new ArchiveSource(path, tar ? new TarMembers(path) : new ZipMembers(path), wanted);
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
    return members.names().stream()
        .map(name -> name.substring(prefix.length()))
        .filter(wanted)
        .toList();
  }

  @Override
  public byte[] read(String file) throws IOException {
    return members.read(prefix + file);
  }

  @Override
  public String hash() throws IOException {
    return Sha256.of(path);
  }

  @Override
  public void close() throws IOException {
    members.close();
  }
}
