package io.clmaven.plugin.train;

import io.clmaven.plugin.config.ProcessLock;
import io.clmaven.plugin.config.ProjectException;
import io.clmaven.plugin.fork.ForkSettings;
import io.clmaven.plugin.fork.WorkerFailedException;
import io.clmaven.plugin.fork.WorkerRequest;
import io.clmaven.plugin.fork.Workers;
import io.clmaven.runtime.experiment.plan.Plan;
import io.clmaven.runtime.experiment.plan.Problem;
import io.clmaven.runtime.worker.protocol.PlanRequest;
import java.nio.file.Path;
import java.util.stream.Collectors;
import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

/** Asks a worker what the experiment files of a folder say. */
@Named
@Singleton
public class Planner {

  private final Workers workers;

  @Inject
  public Planner(Workers workers) {
    this.workers = workers;
  }

  /**
   * What to plan.
   *
   * @param experimentDirectory folder of the experiment files
   * @param baseDirectory what relative paths in them are relative to
   * @param dataDirectory root of the data cache
   * @param runDirectory receives the plan as {@code plan.json}
   * @param engine engine to plan for
   */
  public record Request(
      Path experimentDirectory,
      Path baseDirectory,
      Path dataDirectory,
      Path runDirectory,
      String engine) {

    Path output() {
      return runDirectory.resolve("plan.json");
    }
  }

  /**
   * Plans all experiments.
   *
   * @throws ProjectException listing all mistakes of all files, if there is one
   */
  public Plan plan(ForkSettings settings, Request request) {
    Path folder = WorkerFolder.of(request.runDirectory(), "plan");
    ProcessLock lock = WorkerFolder.lock(folder);
    try {
      Plan plan = planIn(folder, settings, request);
      if (!plan.problems().isEmpty()) {
        throw problems(plan, request);
      }
      return plan;
    } finally {
      lock.close();
    }
  }

  private Plan planIn(Path folder, ForkSettings settings, Request request) {
    PlanRequest question =
        new PlanRequest(
            request.experimentDirectory().toString(),
            request.baseDirectory().toString(),
            settings.classPath().userCode().stream().map(Path::toString).toList(),
            request.dataDirectory().toString(),
            request.engine(),
            request.output().toString());
    Path file = JsonFiles.write(folder.resolve("request.json"), question);
    try {
      workers.run(
          settings, new WorkerRequest("plan the experiments", "plan", file, folder), event -> {});
    } catch (WorkerFailedException e) {
      throw e.forGoal();
    }
    return JsonFiles.read(request.output(), Plan.class);
  }

  private static ProjectException problems(Plan plan, Request request) {
    Path base = request.baseDirectory();
    Path directory = request.experimentDirectory();
    Path shown = directory.startsWith(base) ? base.relativize(directory) : directory;
    String lines =
        plan.problems().stream()
            .map(Problem::toString)
            .map(line -> System.lineSeparator() + "  " + line)
            .collect(Collectors.joining());
    int count = plan.problems().size();
    return new ProjectException(
        "Cannot use the experiments in '%s': %s. Correct %s:%s"
            .formatted(
                shown,
                count == 1 ? "there is a mistake" : "there are %d mistakes".formatted(count),
                count == 1 ? "it" : "them",
                lines));
  }
}
