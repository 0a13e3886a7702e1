package io.clmaven.plugin.train;

import io.clmaven.plugin.config.EnvironmentException;
import io.clmaven.plugin.config.IoCause;
import io.clmaven.plugin.fork.WorkerRequest;
import io.clmaven.plugin.fork.Workers;
import io.clmaven.runtime.experiment.plan.PlannedExperiment;
import io.clmaven.runtime.experiment.plan.TrialSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;
import org.codehaus.plexus.util.FileUtils;

/** Runs one trial in a worker. */
@Named
@Singleton
class TrialRunner {

  private final Workers workers;

  @Inject
  TrialRunner(Workers workers) {
    this.workers = workers;
  }

  void run(Trial trial, Training.Context context) {
    TrainingOptions options = context.options();
    if (options.force()) {
      delete(trial.checkpoints());
    }
    Path file = JsonFiles.write(trial.specification(), specification(trial, options));
    String title = "train seed %d of '%s'".formatted(trial.seed(), trial.experiment().name());
    workers.run(
        context.settings(),
        new WorkerRequest(title, "trial", file, trial.fork()),
        event -> context.view().heard(trial.label(), event));
  }

  private static TrialSpecification specification(Trial trial, TrainingOptions options) {
    PlannedExperiment experiment = trial.experiment();
    return new TrialSpecification(
        experiment.name(),
        trial.seed(),
        experiment.configuration(),
        experiment.fingerprint(),
        trial.folder().toString(),
        options.dataDirectory().toString(),
        options.baseDirectory().toString(),
        options.engine());
  }

  private static void delete(Path tree) {
    if (!Files.exists(tree)) {
      return;
    }
    try {
      FileUtils.forceDelete(tree.toFile());
    } catch (IOException e) {
      throw new EnvironmentException(
          "Cannot delete '%s': %s. Delete it by hand.".formatted(tree, IoCause.of(e)), e);
    }
  }
}
