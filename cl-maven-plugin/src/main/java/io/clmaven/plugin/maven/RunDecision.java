package io.clmaven.plugin.maven;

import io.clmaven.plugin.config.SettingsFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/** Whether a goal runs in this module, and every reason why not. */
final class RunDecision {

  private final String goal;
  private final List<String> reasons = new ArrayList<>();
  private boolean warns;

  RunDecision(String goal) {
    this.goal = goal;
  }

  /** Skips where there is no file of a kind; warns of it except in a module without code. */
  RunDecision needs(String thing, Path directory, String shown, String packaging) {
    if (!hasExperiments(directory)) {
      warns = runs() && !"pom".equals(packaging);
      reasons.add("there is no %s (*.yaml) in '%s'".formatted(thing, shown));
    }
    return this;
  }

  /** Skips if the switch behind a property is on. */
  RunDecision skipWhen(boolean isSet, String property) {
    if (isSet) {
      reasons.add("%s is set".formatted(property));
    }
    return this;
  }

  /** Skips where there is no experiment; warns of it except in a module without code. */
  RunDecision needsExperiments(Path directory, String shown, String packaging) {
    return needs("experiment", directory, shown, packaging);
  }

  /** Returns whether the goal runs. */
  boolean runs() {
    return reasons.isEmpty();
  }

  /** Logs the reasons, if there are any. */
  void log(Log log) {
    if (runs()) {
      return;
    }
    String line = "Skipping cl:%s: %s.".formatted(goal, String.join("; ", reasons));
    if (warns) {
      log.warn(line);
    } else {
      log.info(line);
    }
  }

  /** Returns whether a folder holds files of experiments or sweeps. */
  static boolean hasExperiments(Path directory) {
    return !SettingsFiles.of(directory).isEmpty();
  }
}
