package io.clmaven.plugin.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clmaven.plugin.config.ProjectException;
import io.clmaven.plugin.fork.ForkFixture;
import io.clmaven.plugin.fork.Workers;
import io.clmaven.runtime.experiment.plan.PlannedExperiment;
import io.clmaven.runtime.experiment.plan.PlannedSweep;
import io.clmaven.runtime.experiment.plan.SweepPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlannerTest {

  private static final String GOOD =
      "{benchmark: {name: permuted-mnist, validation: 0.1}, model: mlp, method: naive}";
  private static final String SWEEP = "{experiment: one, parameters: {training.%s: [1, 2]}}";

  @TempDir Path base;
  private Path sweeps;

  @BeforeEach
  void makeFolders() throws IOException {
    sweeps = Files.createDirectories(base.resolve("cl/sweeps"));
  }

  @Test
  void plansExperimentsAndSweepsTogether() throws IOException {
    write(GOOD, SWEEP.formatted("batchSize"));
    WholePlan plan = planAll();
    assertThat(plan.experiments().experiments())
        .extracting(PlannedExperiment::name)
        .containsExactly("one");
    assertThat(plan.sweeps().sweeps()).extracting(PlannedSweep::name).containsExactly("sizes");
  }

  @Test
  void tellsAllMistakesOfExperimentsAndSweepsAtOnce() throws IOException {
    write("{modl: mlp, benchmark: permuted-mnist, model: mlp, method: naive}", SWEEP.formatted(""));
    Files.writeString(sweeps.resolve("more.yaml"), "{experiment: one}");
    assertThatThrownBy(this::planAll)
        .isInstanceOf(ProjectException.class)
        .hasMessage(
            """
            Cannot use the experiments and sweeps in 'cl': there are 3 mistakes. Correct them:
              one.yaml:1:2: Unknown setting 'modl' in the experiment. Did you mean 'model'?
              sweeps/more.yaml:1:1: 'parameters' is missing in the sweep. Name the settings to \
            search, one in a line, as in 'training.optimizer.learningRate: [0.1, 0.01]'.
              sweeps/sizes.yaml:1:32: 'training.' is no path of a setting. Write names with dots, \
            as in 'training.batchSize', and positions in lists as in 'method[1].lambda'."""
                .replace("\n", System.lineSeparator()));
  }

  @Test
  void plansTheWantedSweepsAmongOthersWithMistakes() throws IOException {
    write(GOOD, SWEEP.formatted("batchSize"));
    Files.writeString(sweeps.resolve("more.yaml"), "{experiment: one}");
    SweepPlan plan =
        new Planner(new Workers()).planSweeps(ForkFixture.runtime(base), request("sizes"));
    assertThat(plan.sweeps()).extracting(PlannedSweep::name).containsExactly("sizes");
  }

  @Test
  void writesTheSchemasInAProjectWithoutExperiments() throws IOException {
    Files.writeString(
        sweeps.resolve("sizes.yaml"),
        "{experiment: preset/gpm-pmnist, parameters: {training.batchSize: [1]}}");
    new Planner(new Workers()).planSweeps(ForkFixture.runtime(base), request());
    assertThat(base.resolve("run/sweep.schema.json")).isRegularFile();
    assertThat(base.resolve("run/experiment.schema.json")).isRegularFile();
  }

  private void write(String experiment, String sweep) throws IOException {
    Files.writeString(base.resolve("cl/one.yaml"), experiment);
    Files.writeString(sweeps.resolve("sizes.yaml"), sweep);
  }

  private WholePlan planAll() {
    return new Planner(new Workers())
        .plan(
            ForkFixture.runtime(base),
            new WholeRequest(Optional.of(request()), Optional.of(request())));
  }

  private Planner.Request request(String... sweeps) {
    Path run = base.resolve("run");
    return new Planner.Request(
        base.resolve("cl"), base, base.resolve("data"), run, "auto", List.of(sweeps));
  }
}
