package io.clmaven.plugin.train;

import io.clmaven.plugin.config.ProjectException;
import io.clmaven.runtime.data.DataFile;
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
    List<String> missing =
        trials.stream()
            .flatMap(trial -> trial.experiment().files().stream())
            .filter(file -> !Files.exists(store.content(file)))
            .map(DataFile::path)
            .distinct()
            .toList();
    if (!missing.isEmpty()) {
      throw new ProjectException(
          "Cannot train: %s not in the data cache '%s': %s. Run 'mvn cl:download-data' first."
              .formatted(
                  missing.size() == 1
                      ? "a data file is"
                      : "%d data files are".formatted(missing.size()),
                  store.directory(),
                  missing.stream().map("'%s'"::formatted).collect(Collectors.joining(", "))));
    }
  }
}
