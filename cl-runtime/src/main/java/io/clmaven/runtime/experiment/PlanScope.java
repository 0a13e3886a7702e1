package io.clmaven.runtime.experiment;

import java.nio.file.Path;
import java.util.List;

/**
 * What is to be planned.
 *
 * @param experiments the experiment directory
 * @param base folder of the project; messages and fingerprints name paths relative to it
 * @param classes class path entries that are the user's own code
 * @param data root of the data cache
 * @param engine the engine asked for
 */
public record PlanScope(Path experiments, Path base, List<Path> classes, Path data, String engine) {

  public PlanScope {
    experiments = experiments.toAbsolutePath().normalize();
    base = base.toAbsolutePath().normalize();
    classes = classes.stream().map(path -> path.toAbsolutePath().normalize()).toList();
  }
}
