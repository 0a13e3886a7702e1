package io.clmaven.plugin.maven;

import io.clmaven.runtime.experiment.plan.Plan;
import io.clmaven.runtime.experiment.plan.PlannedExperiment;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Reads every experiment file and prints what would be trained; fails with all mistakes of all
 * files at once. Also writes the JSON Schema of experiment files, which knows the project's own
 * components, for editors. Trains nothing.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "validate",
    defaultPhase = LifecyclePhase.PROCESS_CLASSES,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
public final class ValidateMojo extends AbstractForkMojo {

  /**
   * Skips this goal. Default: {@code false}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "cl.validate.skip", defaultValue = "false")
  private boolean skipValidate;

  @Inject
  ValidateMojo(ForkTools tools) {
    super(tools);
  }

  @Override
  protected boolean skipGoal() {
    return skipValidate;
  }

  @Override
  protected void run() {
    Plan plan = plan(forkSettings());
    getLog()
        .info(
            "%d experiments in '%s':"
                .formatted(plan.experiments().size(), shown(experimentDirectory.toPath())));
    plan.experiments().forEach(this::print);
    Path schema = runDirectory().resolve(Plan.SCHEMA_FILE);
    getLog().info("JSON Schema for editors: %s".formatted(shown(schema)));
  }

  private void print(PlannedExperiment experiment) {
    String presets =
        experiment.presets().isEmpty()
            ? ""
            : " (extends %s)".formatted(String.join(", ", experiment.presets()));
    getLog().info("  %s: %s%s".formatted(experiment.name(), experiment.summary(), presets));
    getLog().debug(experiment.configuration().toPrettyString());
  }
}
