package io.clmaven.runtime.experiment;

import io.clmaven.runtime.experiment.plan.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The YAML files of an experiment directory, without its sub-folders. A file whose name starts with
 * {@code _} is there to be extended only.
 *
 * @param all names in alphabetical order
 */
record ExperimentFiles(List<String> all) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  static ExperimentFiles of(Path directory) {
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

  /** Returns the files that are experiments. */
  List<String> experiments() {
    return all.stream().filter(name -> !name.startsWith("_")).toList();
  }

  /** Returns what is wrong with the names of the experiments: they name folders of results. */
  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    Map<String, String> files = new HashMap<>();
    for (String file : experiments()) {
      String other = files.putIfAbsent(name(file).toLowerCase(Locale.ROOT), file);
      if (other != null) {
        problems.add(new Problem(file, 1, 1, ExperimentMessages.sameName(file, other)));
      }
      if (!NAME.matcher(name(file)).matches()) {
        problems.add(new Problem(file, 1, 1, ExperimentMessages.name(name(file))));
      }
    }
    return problems;
  }

  /** Returns the name of the experiment in a file. */
  static String name(String file) {
    return file.substring(0, file.lastIndexOf('.'));
  }
}
