package io.clmaven.plugin.train;

import io.clmaven.plugin.config.ProcessLock;
import io.clmaven.plugin.config.ProjectException;
import io.clmaven.plugin.fork.ForkSettings;
import io.clmaven.plugin.fork.WorkerFailedException;
import io.clmaven.plugin.fork.WorkerRequest;
import io.clmaven.plugin.fork.Workers;
import io.clmaven.runtime.experiment.plan.Plan;
import io.clmaven.runtime.experiment.plan.Problem;
import io.clmaven.runtime.experiment.plan.SweepPlan;
import io.clmaven.runtime.worker.protocol.PlanRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

/** Asks a worker what the files of experiments or sweeps say. */
@Named
@Singleton
public class Planner {

  private static final Question<Plan> EXPERIMENTS =
      new Question<>("plan", "plan the experiments", "", Plan.class);
  private static final Question<SweepPlan> SWEEPS =
      new Question<>("plan-sweeps", "plan the sweeps", SweepPlan.FOLDER, SweepPlan.class);

  private final Workers workers;

  @Inject
  public Planner(Workers workers) {
    this.workers = workers;
  }

  private record Question<T>(String command, String title, String folder, Class<T> answer) {}

  /**
   * What to plan.
   *
   * @param experimentDirectory folder of the experiment files
   * @param baseDirectory what relative paths in them are relative to
   * @param dataDirectory root of the data cache
   * @param runDirectory folder of the run, which receives plans and JSON Schemas
   * @param engine engine to plan for
   * @param sweeps names of the sweeps to plan; all if empty
   */
  public record Request(
      Path experimentDirectory,
      Path baseDirectory,
      Path dataDirectory,
      Path runDirectory,
      String engine,
      List<String> sweeps) {

    private PlanRequest forWorker(ForkSettings settings, Path output) {
      return new PlanRequest(
          experimentDirectory.toString(),
          baseDirectory.toString(),
          settings.classPath().userCode().stream().map(Path::toString).toList(),
          dataDirectory.toString(),
          engine,
          sweeps,
          output.toString(),
          runDirectory.toString());
    }
  }

  /**
   * Plans all experiments.
   *
   * @throws ProjectException listing all mistakes of all files, if there is one
   */
  public Plan plan(ForkSettings settings, Request request) {
    Plan plan = ask(EXPERIMENTS, settings, request);
    requireNone(plan.problems(), "experiments", request);
    return plan;
  }

  /**
   * Plans the wanted sweeps of the folder {@code sweeps} of the experiment files.
   *
   * @throws ProjectException listing all mistakes of their files, if there is one
   */
  public SweepPlan planSweeps(ForkSettings settings, Request request) {
    SweepPlan plan = ask(SWEEPS, settings, request);
    requireNone(plan.problems(), "sweeps", request);
    return plan;
  }

  /**
   * Plans experiments and sweeps together.
   *
   * @throws ProjectException listing all mistakes of all files, if there is one
   */
  public WholePlan plan(ForkSettings settings, WholeRequest whole) {
    WholePlan plan =
        new WholePlan(
            whole
                .experiments()
                .map(request -> ask(EXPERIMENTS, settings, request))
                .orElse(WholePlan.NO_EXPERIMENTS),
            whole
                .sweeps()
                .map(request -> ask(SWEEPS, settings, request))
                .orElse(WholePlan.NO_SWEEPS));
    whole.any().ifPresent(request -> requireNone(plan.problems(), whole.things(), request));
    return plan;
  }

  private <T> T ask(Question<T> question, ForkSettings settings, Request request) {
    String command = question.command();
    Path results = request.runDirectory().resolve(question.folder());
    Path output = results.resolve("plan.json");
    Path folder = WorkerFolder.of(results, command);
    ProcessLock lock = WorkerFolder.lock(folder);
    try {
      Path file =
          JsonFiles.write(folder.resolve("request.json"), request.forWorker(settings, output));
      workers.run(
          settings, new WorkerRequest(question.title(), command, file, folder), event -> {});
      return JsonFiles.read(output, question.answer());
    } catch (WorkerFailedException e) {
      throw e.forGoal();
    } finally {
      lock.close();
    }
  }

  private static void requireNone(List<Problem> problems, String things, Request request) {
    if (problems.isEmpty()) {
      return;
    }
    Path base = request.baseDirectory();
    Path directory = request.experimentDirectory();
    Path shown = directory.startsWith(base) ? base.relativize(directory) : directory;
    String lines =
        problems.stream()
            .map(Problem::toString)
            .map(line -> System.lineSeparator() + "  " + line)
            .collect(Collectors.joining());
    int count = problems.size();
    throw new ProjectException(
        "Cannot use the %s in '%s': %s. Correct %s:%s"
            .formatted(
                things,
                shown,
                count == 1 ? "there is a mistake" : "there are %d mistakes".formatted(count),
                count == 1 ? "it" : "them",
                lines));
  }
}
