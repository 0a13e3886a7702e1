package io.clmaven.runtime.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Image files below a folder. Links are followed. */
final class FolderSource implements ImageSource {

  private final Path folder;
  private final List<String> files;

  FolderSource(Path folder, Predicate<String> wanted) throws IOException {
    this.folder = folder;
    try (Stream<Path> found = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      files =
          found
              .map(file -> folder.relativize(file).toString().replace('\\', '/'))
              .filter(wanted)
              .sorted()
              .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public Path location() {
    return folder;
  }

  @Override
  public List<String> files() {
    return files;
  }

  @Override
  public byte[] read(String file) throws IOException {
    return Files.readAllBytes(folder.resolve(file));
  }

  @Override
  public String hash() throws IOException {
    List<String> parts = new ArrayList<>();
    for (String file : files) {
      parts.add(file);
      parts.add(Sha256.of(folder.resolve(file)));
    }
    return Sha256.of(parts);
  }

  @Override
  public void close() {}
}
