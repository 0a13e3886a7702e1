package io.clmaven.runtime.data;

import java.nio.file.Path;

/**
 * The data cache on disk, shared by all projects of a user. Content is addressed by its checksum:
 * {@code content/<first two digits>/<key>} holds unwrapped files, {@code packed/<key>} the packed
 * data sets made from them.
 *
 * @param directory root of the cache
 * @param baseDirectory what relative paths of data that the user provides are relative to
 */
public record DataStore(Path directory, Path baseDirectory) {

  /** Makes a store for which relative paths are relative to the working directory. */
  public DataStore(Path directory) {
    this(directory, Path.of(""));
  }

  /** Returns where the unwrapped content of a file is or would be. */
  public Path content(DataFile file) {
    return directory
        .resolve("content")
        .resolve(file.checksum().hex().substring(0, 2))
        .resolve(file.checksum().key());
  }

  /** Returns where a packed data set is or would be. */
  public Path packed(String key) {
    return directory.resolve("packed").resolve(key);
  }
}
