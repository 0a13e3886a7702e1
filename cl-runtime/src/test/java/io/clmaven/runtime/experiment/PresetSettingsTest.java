package io.clmaven.runtime.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.clmaven.runtime.experiment.preset.Preset;
import io.clmaven.runtime.experiment.preset.Presets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The presets of this module, with the components of this module. */
class PresetSettingsTest {

  private static final String[] TWIN_CHANGES = {"benchmark", "training", "seeds", "analysis"};

  @TempDir Path directory;

  private final ExperimentReader reader = new ExperimentReader();

  @TestFactory
  Stream<DynamicTest> everyPresetIsACompleteExperiment() {
    return names().map(name -> DynamicTest.dynamicTest(name, () -> read(name)));
  }

  /** Table of section (d) of the specification of GPM, column Permuted MNIST. */
  @Test
  void gpmOnPermutedMnistHasTheOfficialSettings() throws IOException {
    Experiment experiment = read("gpm-pmnist");
    assertThat(reader.toConfiguration(experiment))
        .hasToString(
            "{\"benchmark\":{\"name\":\"permuted-mnist\",\"tasks\":10,"
                + "\"dataSet\":{\"name\":\"mnist\"},\"permutations\":\"gpm\",\"validation\":0.1,"
                + "\"holdout\":\"first\",\"sampling\":\"random\",\"mean\":[0.1307],"
                + "\"deviation\":[0.3081],\"identityFirst\":false},"
                + "\"model\":{\"name\":\"mlp\",\"hidden\":[100,100],\"bias\":false,"
                + "\"activation\":\"relu\",\"gates\":false,\"dropout\":0.0,\"gain\":1.0},"
                + "\"method\":{\"name\":\"gpm\",\"threshold\":[0.95,0.99,0.99],"
                + "\"thresholdIncrement\":0.0,\"samples\":300,\"samplesPerLayer\":[]},"
                + "\"training\":{\"epochs\":5,\"passes\":1,\"batchSize\":10,\"lastBatch\":\"keep\","
                + "\"optimizer\":{\"name\":\"sgd\",\"learningRate\":0.01,\"momentum\":0.0,"
                + "\"nesterov\":false,\"weightDecay\":0.0},"
                + "\"checkpointEvery\":5000,\"evaluationBatchSize\":1000,"
                + "\"evaluate\":\"next\",\"saveModel\":false},"
                + "\"analysis\":{},\"seeds\":[1,2,3,4,5],\"check\":{}}");
  }

  /** {@code naive-x} and {@code joint-x} stand beside every {@code gpm-x}. */
  @TestFactory
  Stream<DynamicTest> baselinesDifferInTheMethodOnly() {
    return names()
        .filter(name -> name.startsWith("gpm-"))
        .flatMap(gpm -> Stream.of("naive-", "joint-").map(m -> gpm.replaceFirst("gpm-", m)))
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () -> {
                      String gpm = name.replaceFirst("naive-|joint-", "gpm-");
                      assertThat(without(name, "method")).isEqualTo(without(gpm, "method"));
                    }));
  }

  /** A twin is a preset with other data and fewer epochs. */
  @TestFactory
  Stream<DynamicTest> everyPresetHasASmallTwinOfTheSameNetworkAndMethod() {
    Map<String, String> twins =
        presets()
            .filter(preset -> preset.twinOf().isPresent())
            .collect(Collectors.toMap(preset -> preset.twinOf().orElseThrow(), Preset::name));
    return presets()
        .filter(preset -> preset.twinOf().isEmpty())
        .map(Preset::name)
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () ->
                        assertThat(without(twins.get(name), TWIN_CHANGES))
                            .isEqualTo(without(name, TWIN_CHANGES))));
  }

  private static Stream<String> names() {
    return presets().map(Preset::name);
  }

  private static Stream<Preset> presets() {
    return new Presets(PresetSettingsTest.class.getClassLoader()).all().stream();
  }

  private List<String> without(String preset, String... parts) throws IOException {
    return reader.toConfiguration(read(preset)).properties().stream()
        .filter(entry -> !List.of(parts).contains(entry.getKey()))
        .map(Object::toString)
        .toList();
  }

  private Experiment read(String preset) throws IOException {
    Files.writeString(directory.resolve("a.yaml"), "extends: " + Preset.PREFIX + preset);
    ExperimentReader.Reading reading = reader.read(directory, "a.yaml");
    assertThat(reading.problems()).isEmpty();
    return reading.experiment().orElseThrow();
  }
}
