package io.clmaven.runtime.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clmaven.runtime.benchmark.Benchmark;
import io.clmaven.runtime.component.Selection;
import io.clmaven.runtime.data.DataFile;
import io.clmaven.runtime.data.DataStore;
import io.clmaven.runtime.experiment.plan.Fingerprint;
import io.clmaven.runtime.experiment.plan.TrialSpecification;
import io.clmaven.runtime.experiment.preset.Preset;
import io.clmaven.runtime.experiment.preset.Presets;
import io.clmaven.runtime.experiment.trial.StopRequest;
import io.clmaven.runtime.experiment.trial.TrialListener;
import io.clmaven.runtime.experiment.trial.TrialRunner;
import io.clmaven.runtime.experiment.trial.TrialStoppedException;
import io.clmaven.runtime.experiment.trial.TrialWatch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Trains the small twins on real data: {@code -Dcl.data.mirror=<folder>} names a mirror of the data
 * sets. Without it, and where the mirror lacks a file, nothing is trained.
 */
class SmallPresetsTest {

  private static final String MIRROR = System.getProperty("cl.data.mirror", "");

  @TempDir static Path directory;

  @TestFactory
  Stream<DynamicTest> learnsTheFirstTaskFromAFewImagesAndKeepsItsContracts() {
    return new Presets(getClass().getClassLoader())
        .all().stream()
            .filter(preset -> preset.twinOf().isPresent())
            .map(Preset::name)
            .map(name -> DynamicTest.dynamicTest(name, () -> learnsTheFirstTask(name)));
  }

  private static void learnsTheFirstTask(String name) throws IOException {
    assumeTrue(!MIRROR.isEmpty(), "no mirror of the data sets");
    Experiment experiment = shortened(name);
    DataStore store = new DataStore(directory.resolve("data"));
    fetch(experiment.benchmark(), store);
    List<Double> accuracies = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    StopRequest stop = new StopRequest();
    TrialListener listener =
        new TrialListener() {
          @Override
          public void taskDone(int task, List<Double> measured) {
            accuracies.addAll(measured);
            stop.raise();
          }

          @Override
          public void warned(String message) {
            warnings.add(message);
          }
        };
    try (TrialRunner runner =
        new TrialRunner(
            experiment, specification(name, experiment, store), TrialWatch.of(listener, stop))) {
      assertThatThrownBy(runner::run).isInstanceOf(TrialStoppedException.class);
    }
    assertThat(accuracies).isNotEmpty();
    assertThat(warnings).isEmpty();
  }

  private static Experiment shortened(String name) throws IOException {
    Files.writeString(
        directory.resolve(name + ".yaml"),
        """
        extends: preset/%s
        benchmark: {trainingSamples: 100}
        training: {epochs: 1}
        """
            .formatted(name));
    return new ExperimentReader().read(directory, name + ".yaml").experiment().orElseThrow();
  }

  private static TrialSpecification specification(
      String name, Experiment experiment, DataStore store) {
    return new TrialSpecification(
        name,
        1,
        new ExperimentReader().toConfiguration(experiment),
        new Fingerprint(Map.of()),
        directory.resolve(name).toString(),
        store.directory().toString(),
        "",
        "auto");
  }

  private static void fetch(Selection<Benchmark> benchmark, DataStore store) throws IOException {
    List<DataFile> files =
        benchmark.create().dataSets(benchmark.parameters()).stream()
            .flatMap(set -> set.create().files(set.parameters()).stream())
            .toList();
    for (DataFile file : files) {
      Path offered = Path.of(MIRROR).resolve(file.path());
      assumeTrue(Files.exists(offered), () -> "the mirror has no '%s'".formatted(file.path()));
      unwrap(file, offered, store.content(file));
    }
  }

  private static void unwrap(DataFile file, Path offered, Path content) throws IOException {
    if (Files.exists(content)) {
      return;
    }
    Files.createDirectories(content.getParent());
    try (InputStream raw = Files.newInputStream(offered);
        InputStream in = file.packing() == DataFile.Packing.GZIP ? new GZIPInputStream(raw) : raw) {
      Files.copy(in, content);
    }
  }
}
