package io.clmaven.runtime.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A downloaded file of a data set as messages name it.
 *
 * @param dataSet name of the data set
 * @param name what the publisher calls the file
 * @param path where it lies in the cache
 */
record SourceFile(String dataSet, String name, Path path) {

  static SourceFile of(String dataSet, DataFile file, DataStore store) {
    return new SourceFile(dataSet, file.path(), store.content(file));
  }

  /**
   * Checks that the file is in the cache.
   *
   * @throws DataException if it is not
   */
  void checkThere() {
    if (!Files.exists(path)) {
      throw DataMessages.notInCache(dataSet, name);
    }
  }

  /**
   * Reads the file and checks that it is what was announced.
   *
   * @throws DataException if its checksum is another one
   */
  void checkHash(DataFile file) {
    try {
      Checksum found = Checksum.of(path, file.checksum().algorithm());
      if (!found.equals(file.checksum())) {
        throw DataMessages.wrongHash(this, found, file.checksum());
      }
    } catch (IOException e) {
      throw DataMessages.unreadable(this, e);
    }
  }
}
