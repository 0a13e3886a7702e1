package io.clmaven.runtime.worker;

import io.clmaven.runtime.experiment.PlanScope;
import io.clmaven.runtime.experiment.Planner;
import io.clmaven.runtime.experiment.sweep.SweepPlanner;
import io.clmaven.runtime.experiment.yaml.Catalogues;
import io.clmaven.runtime.worker.protocol.PlanRequest;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Plans the experiments or the sweeps of a directory; it also writes the JSON Schemas of experiment
 * and sweep files that know the project's own components, if they can be loaded.
 */
final class PlanCommand implements Command {

  private final String name;
  private final PlanRequest request;
  private final Supplier<?> plan;

  private PlanCommand(String name, PlanRequest request, Supplier<?> plan) {
    this.name = name;
    this.request = request;
    this.plan = plan;
  }

  static PlanCommand ofExperiments(PlanRequest request) {
    return new PlanCommand(
        "plan", request, () -> new Planner(scope(request), System.getenv()).plan());
  }

  static PlanCommand ofSweeps(PlanRequest request) {
    return new PlanCommand(
        "plan-sweeps",
        request,
        () -> new SweepPlanner(scope(request), System.getenv()).plan(request.sweeps()));
  }

  @Override
  public String subject() {
    return "command '%s'".formatted(name);
  }

  @Override
  public void run() {
    Object planned = plan.get();
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    if (new Catalogues(loader).problems().isEmpty()) {
      SchemaFiles.write(Path.of(request.schemaDirectory()), loader);
    }
    AnswerCommand.write(Path.of(request.output()), planned);
  }

  private static PlanScope scope(PlanRequest request) {
    return new PlanScope(
        Path.of(request.experimentDirectory()),
        Path.of(request.baseDirectory()),
        request.classDirectories().stream().map(Path::of).toList(),
        Path.of(request.dataDirectory()),
        request.engine());
  }
}
