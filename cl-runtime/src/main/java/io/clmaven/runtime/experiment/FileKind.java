package io.clmaven.runtime.experiment;

import io.clmaven.runtime.experiment.preset.Preset;
import java.util.Locale;

/** What the settings files of a directory describe. */
public enum FileKind {
  /** Experiments, in the experiment directory. */
  EXPERIMENT("an experiment", "", "benchmark: permuted-mnist"),
  /** Sweeps, in the folder {@code sweeps} of the experiment directory. */
  SWEEP("a sweep", "sweeps/", "experiment: gpm-pmnist");

  private final String thing;
  private final String folder;
  private final String example;

  FileKind(String thing, String folder, String example) {
    this.thing = thing;
    this.folder = folder;
    this.example = example;
  }

  /** Returns one of them with its article. */
  String thing() {
    return thing;
  }

  /** Returns what one of them is called. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns a line of such a file. */
  String example() {
    return example;
  }

  /** Returns a file or preset as messages name it: relative to the experiment directory. */
  String shown(String source) {
    return source.startsWith(Preset.PREFIX) ? source : folder + source;
  }
}
