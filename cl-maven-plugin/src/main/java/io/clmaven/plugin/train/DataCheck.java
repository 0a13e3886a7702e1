package io.clmaven.plugin.train;

import io.clmaven.plugin.config.ProjectException;
import io.clmaven.plugin.data.NeededFile;
import io.clmaven.runtime.data.DataStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Finds out before the first trial whether all data are there. */
final class DataCheck {

  private final DataStore store;

  DataCheck(Path dataDirectory) {
    store = new DataStore(dataDirectory);
  }

  void check(List<Trial> trials) {
    List<NeededFile> absent =
        NeededFile.of(trials.stream().map(Trial::experiment)).stream()
            .filter(needed -> !Files.exists(store.content(needed.file())))
            .toList();
    if (!absent.isEmpty()) {
      throw new ProjectException(message(absent));
    }
  }

  private String message(List<NeededFile> absent) {
    List<String> paths = absent.stream().map(needed -> needed.file().path()).distinct().toList();
    return "Cannot train: %s not in the data cache '%s': %s. %s Run 'mvn cl:download-data' first."
        .formatted(
            paths.size() == 1 ? "a data file is" : "%d data files are".formatted(paths.size()),
            store.directory(),
            paths.stream().map("'%s'"::formatted).collect(Collectors.joining(", ")),
            NeededFile.sentence(
                absent.stream().flatMap(needed -> needed.by().stream()).distinct().toList()));
  }
}
