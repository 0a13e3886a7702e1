package io.clmaven.plugin.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.NullNode;
import io.clmaven.plugin.config.ProjectException;
import io.clmaven.runtime.experiment.plan.Fingerprint;
import io.clmaven.runtime.experiment.plan.PlannedExperiment;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrialFilterTest {

  private static final List<PlannedExperiment> PLAN =
      List.of(experiment("gpm", 1, 2), experiment("naive", 2, 3));

  @Test
  void takesEverythingByDefault() {
    assertThat(labels(List.of(), List.of()))
        .containsExactly("gpm seed 1", "gpm seed 2", "naive seed 2", "naive seed 3");
  }

  @Test
  void choosesExperimentsAndSeeds() {
    assertThat(labels(List.of("naive"), List.of(3L))).containsExactly("naive seed 3");
    assertThat(labels(List.of(), List.of(2L))).containsExactly("gpm seed 2", "naive seed 2");
  }

  @Test
  void choosesExperimentsByWildcards() {
    assertThat(labels(List.of("n*", "g?m"), List.of(2L)))
        .containsExactly("gpm seed 2", "naive seed 2");
    assertThat(labels(List.of("*i*"), List.of(3L))).containsExactly("naive seed 3");
  }

  @Test
  void refusesPatternsThatMatchNothing() {
    assertThatThrownBy(() -> labels(List.of("ewc-*"), List.of()))
        .isInstanceOf(ProjectException.class)
        .hasMessage(
            "Cannot choose 'ewc-*' of cl.experiments: there is no such experiment. Choose among gpm,"
                + " naive.");
  }

  @Test
  void putsEachTrialIntoAFolderOfItsOwn() {
    assertThat(new TrialFilter(List.of(), List.of()).trials(PLAN, Path.of("run")).get(0).results())
        .isEqualTo(Path.of("run/gpm/seed-1/results.json"));
  }

  @Test
  void refusesUnknownExperiments() {
    assertThatThrownBy(() -> labels(List.of("gpm", "ewc"), List.of()))
        .isInstanceOf(ProjectException.class)
        .hasMessage(
            "Cannot choose 'ewc' of cl.experiments: there is no such experiment. Choose among gpm, naive.");
  }

  @Test
  void guessesWhichExperimentWasMeant() {
    assertThatThrownBy(() -> labels(List.of("niave"), List.of()))
        .isInstanceOf(ProjectException.class)
        .hasMessage(
            "Cannot choose 'niave' of cl.experiments: there is no such experiment. Did you mean 'naive'? Choose among gpm, naive.");
  }

  @Test
  void refusesSeedsThatNoExperimentHas() {
    assertThatThrownBy(() -> labels(List.of("gpm"), List.of(3L)))
        .isInstanceOf(ProjectException.class)
        .hasMessage(
            "Cannot choose the seeds '3' of cl.seeds: no chosen experiment has one of them. Choose among 1, 2.");
  }

  private static List<String> labels(List<String> experiments, List<Long> seeds) {
    return new TrialFilter(experiments, seeds)
        .trials(PLAN, Path.of("run")).stream().map(Trial::label).toList();
  }

  private static PlannedExperiment experiment(String name, long... seeds) {
    return new PlannedExperiment(
        name,
        name + ".yaml",
        List.of(),
        "",
        NullNode.getInstance(),
        java.util.Arrays.stream(seeds).boxed().toList(),
        Map.of(),
        List.of(),
        new Fingerprint(Map.of()));
  }
}
