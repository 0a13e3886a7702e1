package io.clmaven.runtime.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.clmaven.runtime.data.DataFile;
import io.clmaven.runtime.experiment.plan.Plan;
import io.clmaven.runtime.experiment.plan.PlannedExperiment;
import io.clmaven.runtime.experiment.plan.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlannerTest {

  private static final String NAIVE = "{benchmark: permuted-mnist, model: mlp, method: naive}";

  @TempDir Path base;
  private Path experiments;

  @BeforeEach
  void makeDirectory() throws IOException {
    experiments = Files.createDirectories(base.resolve("src/main/cl"));
  }

  @Test
  void plansEveryFileOfTheDirectoryInAlphabeticalOrder() throws IOException {
    write("b.yaml", "{extends: preset/gpm-pmnist, seeds: [1, 2]}");
    write("a.yml", "{extends: _shared, training: {epochs: 2}}");
    write("_shared.yaml", NAIVE);
    write("notes.txt", "nothing");
    Files.createDirectory(experiments.resolve("baselines"));
    Plan plan = plan();
    assertThat(plan.problems()).isEmpty();
    assertThat(plan.experiments())
        .extracting(PlannedExperiment::name, PlannedExperiment::file, PlannedExperiment::summary)
        .containsExactly(
            tuple("a", "a.yml", "permuted-mnist (10 tasks), mlp, naive with sgd, 2 epochs, 1 seed"),
            tuple(
                "b", "b.yaml", "permuted-mnist (10 tasks), mlp, gpm with sgd, 5 epochs, 2 seeds"));
    assertThat(plan.experiments().get(1).presets()).containsExactly("preset/gpm-pmnist");
    assertThat(plan.experiments().get(1).files())
        .extracting(DataFile::path)
        .containsExactly(
            "mnist/train-images-idx3-ubyte.gz",
            "mnist/train-labels-idx1-ubyte.gz",
            "mnist/t10k-images-idx3-ubyte.gz",
            "mnist/t10k-labels-idx1-ubyte.gz");
  }

  @Test
  void summaryNamesMethodsAndOptimizer() throws IOException {
    write(
        "a.yaml",
        "{benchmark: permuted-mnist, model: mlp, method: naive,"
            + " training: {optimizer: {name: tag-adam, learningRate: 0.001}}}");
    write("b.yaml", "{extends: preset/tag-rmsprop-cifar100, benchmark: {dataSet: tiny100-32}}");
    Plan plan = plan();
    assertThat(plan.problems()).isEmpty();
    assertThat(plan.experiments())
        .extracting(PlannedExperiment::summary)
        .containsExactly(
            "permuted-mnist (10 tasks), mlp, naive with tag-adam, 1 epoch, 1 seed",
            "split (20 tasks), reduced-resnet-18, naive with tag-rmsprop, 1 epoch, 5 seeds");
  }

  @Test
  void tellsTheProblemsOfAllFilesAtOnce() throws IOException {
    write("a.yaml", "{benchmark: permuted-mnist, model: mlp, method: naive, seed: [1]}");
    write("b.yaml", "{extends: _shared}");
    write("c.yaml", "{extends: _shared}");
    write("_shared.yaml", "{benchmark: permuted-mnist, model: mlp, method: naiv}");
    assertThat(plan().problems())
        .extracting(Problem::toString)
        .containsExactly(
            "a.yaml:1:56: Unknown setting 'seed' in the experiment. Did you mean 'seeds'?",
            "_shared.yaml:1:49: Unknown method 'naiv'. Did you mean 'naive'?");
  }

  @Test
  void saysThatTheDirectoryIsMissing() throws IOException {
    Files.delete(experiments);
    assertThat(plan().problems())
        .containsExactly(
            new Problem(
                "src/main/cl",
                1,
                1,
                "There is no experiment directory. Create it with one YAML file per experiment, or"
                    + " set 'cl.experimentDirectory'."));
  }

  @Test
  void saysThatThereIsNoExperiment() throws IOException {
    write("_shared.yaml", NAIVE);
    assertThat(plan().problems())
        .containsExactly(
            new Problem(
                "src/main/cl",
                1,
                1,
                "There is no experiment in this directory. Add a file '<name>.yaml'; 'extends:"
                    + " preset/<name>' is a complete one."));
  }

  @Test
  void refusesNamesThatCannotNameFolders() throws IOException {
    write("my experiment.yaml", NAIVE);
    write("a.yaml", NAIVE);
    write("A.yml", NAIVE);
    assertThat(plan().problems())
        .extracting(Problem::toString)
        .containsExactly(
            "a.yaml:1:1: 'A.yml' and 'a.yaml' name the same experiment. Rename one of them.",
            "my experiment.yaml:1:1: 'my experiment' cannot be the name of an experiment: it names"
                + " folders of results. Use letters, digits, '.', '_' and '-' only.");
  }

  @Test
  void namesTheSettingThatChanged() throws IOException {
    write("a.yaml", "{extends: preset/gpm-pmnist}");
    PlannedExperiment before = plan().experiments().get(0);
    write("a.yaml", "{extends: preset/gpm-pmnist, method: {threshold: [0.95, 0.99, 0.98]}}");
    PlannedExperiment after = plan().experiments().get(0);
    assertThat(after.fingerprint().changesSince(before.fingerprint()))
        .containsExactly("method.threshold: [0.95, 0.99, 0.99] -> [0.95, 0.99, 0.98]");
  }

  @Test
  void ignoresWhatChangesNoNumber() throws IOException {
    write("a.yaml", NAIVE);
    PlannedExperiment before = plan().experiments().get(0);
    write(
        "a.yaml",
        """
        benchmark: permuted-mnist
        model: mlp
        method: naive
        description: the same in other words
        seeds: [4, 5]
        training: {epochs: 1, checkpointEvery: 10}
        check: {accuracy: {minimum: 50%}}
        """);
    assertThat(plan().experiments().get(0).fingerprint()).isEqualTo(before.fingerprint());
  }

  @Test
  void noticesThatTheUsersCodeChanged() throws IOException {
    write("a.yaml", NAIVE);
    Path classes = Files.createDirectories(base.resolve("target/classes/lab"));
    Files.writeString(classes.resolve("Mine.class"), "old");
    PlannedExperiment before = plan().experiments().get(0);
    Files.writeString(classes.resolve("Mine.class"), "new");
    assertThat(plan().experiments().get(0).fingerprint().changesSince(before.fingerprint()))
        .singleElement()
        .asString()
        .matches("code.target/classes: [0-9a-f]{16} -> [0-9a-f]{16}");
  }

  @Test
  void theFingerprintNamesLibrariesWithoutTheirFolder(@TempDir Path repository) throws IOException {
    write("a.yaml", NAIVE);
    Path library = repository.resolve("lab-1.0.jar");
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(library))) {
      jar.putNextEntry(new JarEntry("lab/Mine.class"));
    }
    Map<String, String> parts = plan(List.of(library)).experiments().get(0).fingerprint().parts();
    assertThat(parts).containsKey("code.lab-1.0.jar");
    assertThat(parts.toString()).doesNotContain(repository.toString());
  }

  @Test
  void theFingerprintNamesCodeDataAndEnvironment() throws IOException {
    write("a.yaml", NAIVE);
    Map<String, String> parts = plan().experiments().get(0).fingerprint().parts();
    assertThat(parts)
        .containsKeys("backend", "code.runtime", "libraries", "platform", "java")
        .containsEntry("engine", "auto")
        .containsEntry("threads", "1")
        .containsEntry("method.name", "naive")
        .containsEntry("training.optimizer.learningRate", "0.01")
        .containsEntry(
            "data.mnist/train-images-idx3-ubyte.gz",
            "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db");
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(experiments.resolve(file), text);
  }

  private Plan plan() {
    return plan(List.of(base.resolve("target/classes")));
  }

  private Plan plan(List<Path> classes) {
    PlanScope scope = new PlanScope(experiments, base, classes, base.resolve("cache"), "auto");
    return new Planner(scope, Map.of("OMP_NUM_THREADS", "1")).plan();
  }
}
