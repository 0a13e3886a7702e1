package io.clmaven.runtime.worker;

import io.clmaven.runtime.experiment.PlanScope;
import io.clmaven.runtime.experiment.Planner;
import io.clmaven.runtime.experiment.plan.Plan;
import io.clmaven.runtime.experiment.yaml.Catalogues;
import io.clmaven.runtime.worker.protocol.PlanRequest;
import java.nio.file.Path;

/**
 * Plans the experiments of a directory; beside the plan it writes the JSON Schemas of experiment
 * and sweep files that know the project's own components, if they can be loaded.
 */
final class PlanCommand implements Command {

  private final PlanRequest request;

  PlanCommand(PlanRequest request) {
    this.request = request;
  }

  @Override
  public String subject() {
    return "command 'plan'";
  }

  @Override
  public void run() {
    Plan plan = new Planner(scope(request), System.getenv()).plan();
    Path output = Path.of(request.output());
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    if (new Catalogues(loader).problems().isEmpty()) {
      SchemaFiles.write(output.toAbsolutePath().getParent(), loader);
    }
    AnswerCommand.write(output, plan);
  }

  /** Returns what a request asks to plan. */
  static PlanScope scope(PlanRequest request) {
    return new PlanScope(
        Path.of(request.experimentDirectory()),
        Path.of(request.baseDirectory()),
        request.classDirectories().stream().map(Path::of).toList(),
        Path.of(request.dataDirectory()),
        request.engine());
  }
}
