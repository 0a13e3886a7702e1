package io.clmaven.runtime.experiment;

import io.clmaven.runtime.experiment.plan.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The YAML files of a directory of experiments or sweeps, without its sub-folders. A file whose
 * name starts with {@code _} is there to be extended only.
 *
 * @param all names in alphabetical order
 */
public record ExperimentFiles(List<String> all) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  /** Lists the files of a directory. */
  public static ExperimentFiles of(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return new ExperimentFiles(
          files
              .filter(Files::isRegularFile)
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".yaml") || name.endsWith(".yml"))
              .sorted()
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list '%s'.".formatted(directory), e);
    }
  }

  /** Returns the files of some names, or all if there is no name. */
  public ExperimentFiles only(Collection<String> names) {
    return names.isEmpty()
        ? this
        : new ExperimentFiles(all.stream().filter(file -> names.contains(name(file))).toList());
  }

  /** Returns the files that are not there to be extended only. */
  public List<String> complete() {
    return all.stream().filter(name -> !name.startsWith("_")).toList();
  }

  /** Returns what is wrong with the names of the files: they name folders of results. */
  public List<Problem> problems(FileKind kind) {
    List<Problem> problems = new ArrayList<>();
    Map<String, String> files = new HashMap<>();
    for (String file : complete()) {
      String other = files.putIfAbsent(name(file).toLowerCase(Locale.ROOT), file);
      if (other != null) {
        problems.add(
            new Problem(kind.shown(file), 1, 1, ExperimentMessages.sameName(kind, file, other)));
      }
      if (!NAME.matcher(name(file)).matches()) {
        problems.add(
            new Problem(kind.shown(file), 1, 1, ExperimentMessages.name(kind, name(file))));
      }
    }
    return problems;
  }

  /** Returns the name of what a file describes. */
  public static String name(String file) {
    return file.substring(0, file.lastIndexOf('.'));
  }
}
