package io.clmaven.plugin.maven;

import io.clmaven.plugin.sweep.SweepFolder;
import io.clmaven.runtime.experiment.result.SweepResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The files that finished sweeps rest on, beside the results of these sweeps.
 *
 * @param directory folder of the experiment files
 * @param sweeps folder of the results of all sweeps
 */
record SweptFiles(Path directory, Path sweeps) {

  /** Returns a sentence for each sweep with files that changed since it was finished. */
  List<String> warnings(List<SweepResult> finished) {
    return finished.stream().flatMap(sweep -> warning(sweep).stream()).toList();
  }

  private Optional<String> warning(SweepResult sweep) {
    String name = sweep.sweep();
    FileTime end = PlannedFiles.time(new SweepFolder(sweeps, name).result());
    String changes =
        sweep.files().stream()
            .filter(file -> isNewer(directory.resolve(file), end))
            .map("'%s' is newer"::formatted)
            .collect(Collectors.joining(", "));
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "The report shows an earlier search of sweep '%s': %s. Run 'mvn cl:sweep cl:report -Dcl.sweeps=%s' to search anew."
                .formatted(name, changes, name));
  }

  private static boolean isNewer(Path file, FileTime end) {
    return Files.exists(file) && PlannedFiles.time(file).compareTo(end) > 0;
  }
}
