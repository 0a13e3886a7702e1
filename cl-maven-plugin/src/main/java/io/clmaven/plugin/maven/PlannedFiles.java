package io.clmaven.plugin.maven;

import io.clmaven.plugin.config.SettingsFiles;
import io.clmaven.runtime.experiment.plan.Plan;
import io.clmaven.runtime.experiment.plan.PlannedExperiment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The experiment files beside the plan that was made of them.
 *
 * @param directory folder of the experiment files
 * @param plan when the plan was made
 */
record PlannedFiles(Path directory, FileTime plan) {

  /** Returns a sentence on the files that changed since the plan was made, if there are any. */
  Optional<String> warning(Plan planned) {
    Stream<String> gone =
        planned.experiments().stream()
            .map(PlannedExperiment::file)
            .filter(file -> !Files.exists(directory.resolve(file)))
            .map("'%s' is gone"::formatted);
    String changes =
        Stream.concat(newer().stream().map("'%s' is newer"::formatted), gone)
            .collect(Collectors.joining(", "));
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "The report shows an earlier plan: %s. Run 'mvn cl:validate cl:report' to plan anew."
                .formatted(changes));
  }

  private List<String> newer() {
    return SettingsFiles.of(directory).files().stream()
        .filter(file -> time(file).compareTo(plan) > 0)
        .map(file -> file.getFileName().toString())
        .toList();
  }

  static FileTime time(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
