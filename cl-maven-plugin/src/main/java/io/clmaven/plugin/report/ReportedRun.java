package io.clmaven.plugin.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.plugin.check.BaselineFolder;
import io.clmaven.plugin.check.Evidence;
import io.clmaven.plugin.check.ExperimentResults;
import io.clmaven.plugin.check.Gate;
import io.clmaven.plugin.check.Policy;
import io.clmaven.plugin.check.ResultFolder;
import io.clmaven.plugin.check.Verdict;
import io.clmaven.plugin.config.EnvironmentException;
import io.clmaven.runtime.experiment.plan.Json;
import io.clmaven.runtime.experiment.plan.Plan;
import io.clmaven.runtime.experiment.plan.PlannedExperiment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the folder of one run holds: results and the plan that they were made by.
 *
 * @param results folder of the run
 * @param baselines committed baselines
 */
public record ReportedRun(ResultFolder results, BaselineFolder baselines) {

  private static final Gate GATE = new Gate(new Policy(Policy.Reaction.FAIL, Policy.Reaction.FAIL));

  /** Tells whether there is a result. */
  public boolean hasResults() {
    return !results.experiments().isEmpty() || !sweeps("").isEmpty();
  }

  /**
   * Returns the sweeps that are finished.
   *
   * @param prefix put before their names
   */
  public List<ReportedSweep> sweeps(String prefix) {
    return results.sweeps().stream()
        .map(sweep -> new ReportedSweep(prefix + sweep.sweep(), sweep))
        .toList();
  }

  /**
   * Returns the experiments of the plan, or, where the folder has none, those that have results.
   *
   * @param prefix put before the names of the experiments, with what follows them
   * @param options options of Maven that choose the module
   */
  public List<ReportedExperiment> experiments(String prefix, String options) {
    Optional<Plan> plan = plan();
    if (plan.isPresent()) {
      return plan.get().experiments().stream()
          .map(experiment -> judged(experiment, prefix, options))
          .toList();
    }
    return results.experiments().stream().map(name -> unjudged(name, prefix, options)).toList();
  }

  private ReportedExperiment judged(PlannedExperiment planned, String prefix, String options) {
    String name = planned.name();
    Evidence evidence =
        new Evidence(
            results.read(name), results.shown(name), baselines.read(name), baselines.shown(name));
    List<Verdict> verdicts = GATE.judge(planned, evidence);
    return new ReportedExperiment(
        prefix + name,
        planned.summary(),
        description(planned.configuration()),
        command(name, options),
        evidence.results(),
        new Landscapes(results.landscapes(evidence.results())),
        evidence.baseline(),
        verdicts);
  }

  private ReportedExperiment unjudged(String name, String prefix, String options) {
    ExperimentResults measured = results.read(name);
    return new ReportedExperiment(
        prefix + name,
        "",
        description(measured.trials().get(0).configuration()),
        command(name, options),
        measured,
        new Landscapes(results.landscapes(measured)),
        baselines.read(name),
        List.of());
  }

  private static String description(JsonNode configuration) {
    return configuration.path("description").asText("");
  }

  private static String command(String name, String options) {
    return "mvn cl:train %s-Dcl.experiments=%s -Dcl.force".formatted(options, name);
  }

  /** Returns where the plan is or would be. */
  public Path planFile() {
    return results.directory().resolve("plan.json");
  }

  /** Returns the plan that the report shows, if there is one. */
  public Optional<Plan> plan() {
    Path file = planFile();
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.mapper().readValue(file.toFile(), Plan.class))
          .filter(plan -> plan.problems().isEmpty());
    } catch (JsonProcessingException e) {
      throw new EnvironmentException(
          "Cannot read the plan '%s': %s. Run cl:train again."
              .formatted(file, e.getOriginalMessage()),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
