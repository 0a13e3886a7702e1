package io.clmaven.runtime.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clmaven.runtime.component.Selection;
import io.clmaven.runtime.experiment.corpus.CorpusLoader;
import io.clmaven.runtime.experiment.plan.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentReaderTest {

  @TempDir Path directory;

  private final ExperimentReader reader = new ExperimentReader(new CorpusLoader());

  @Test
  void fillsInEveryDefault() throws IOException {
    Experiment experiment = read("{benchmark: permuted-mnist, model: mlp, method: naive}");
    assertThat(reader.toConfiguration(experiment))
        .hasToString(
            "{\"benchmark\":{\"name\":\"permuted-mnist\",\"tasks\":10,"
                + "\"dataSet\":{\"name\":\"mnist\"},\"permutations\":\"gpm\",\"validation\":0.1,"
                + "\"holdout\":\"first\",\"sampling\":\"random\",\"mean\":[0.1307],"
                + "\"deviation\":[0.3081],\"identityFirst\":false},"
                + "\"model\":{\"name\":\"mlp\",\"hidden\":[100,100],\"bias\":true,"
                + "\"activation\":\"relu\",\"gates\":false,\"dropout\":0.0,\"gain\":1.0},"
                + "\"method\":{\"name\":\"naive\"},"
                + "\"training\":{\"epochs\":1,\"passes\":1,\"batchSize\":10,\"lastBatch\":\"keep\","
                + "\"optimizer\":{\"name\":\"sgd\",\"learningRate\":0.01,\"momentum\":0.0,"
                + "\"nesterov\":false,\"weightDecay\":0.0},"
                + "\"checkpointEvery\":5000,\"evaluationBatchSize\":1000,"
                + "\"evaluate\":\"next\",\"saveModel\":false},"
                + "\"analysis\":{},\"seeds\":[1],\"check\":{}}");
  }

  @Test
  void theEffectiveConfigurationIsAnEqualExperiment() throws IOException {
    Experiment experiment =
        read(
            """
            extends: preset/pmnist
            method: [{name: ewc, lambda: 1e3, samples: 200}, gpm]
            training: {schedule: {patience: 5, factor: 3, minimum: 0.001}}
            check: {accuracy: {minimum: 95%, margin: 1%}, forgetting: {maximum: 0.05}}
            """);
    ObjectNode configuration = reader.toConfiguration(experiment);
    Experiment again = reader.fromConfiguration(Json.mapper().readTree(configuration.toString()));
    assertThat(reader.toConfiguration(again)).isEqualTo(configuration);
    assertThat(again.check()).isEqualTo(experiment.check());
    assertThat(again.training().schedule()).isEqualTo(experiment.training().schedule());
  }

  @Test
  void aBaseIsOverriddenSettingBySetting() throws IOException {
    Experiment experiment =
        read("{extends: preset/pmnist, benchmark: {tasks: 3}, training: {epochs: 1}}");
    assertThat(experiment.training().batchSize()).isEqualTo(10);
    assertThat(experiment.training().epochs()).isEqualTo(1);
    assertThat(reader.toConfiguration(experiment).at("/benchmark/tasks").asInt()).isEqualTo(3);
  }

  @Test
  void nullTakesAValueOfTheBaseAway() throws IOException {
    Experiment experiment = read("{extends: preset/pmnist, model: {bias: null}, seeds: ~}");
    assertThat(reader.toConfiguration(experiment).at("/model/bias").asBoolean()).isTrue();
    assertThat(experiment.seeds()).containsExactly(1L);
  }

  @Test
  void listsOfTheBaseAreReplaced() throws IOException {
    Experiment experiment = read("{extends: preset/pmnist, model: {hidden: [50, 40]}}");
    assertThat(reader.toConfiguration(experiment).at("/model/hidden")).hasToString("[50,40]");
    assertThat(reader.toConfiguration(experiment).at("/model/bias").asBoolean()).isFalse();
  }

  @Test
  void theShortFormOfTheSameComponentKeepsTheSettingsOfTheBase() throws IOException {
    Experiment experiment = read("{extends: preset/pmnist, model: mlp}");
    assertThat(reader.toConfiguration(experiment).at("/model/bias").asBoolean()).isFalse();
  }

  @Test
  void anotherFileOfTheDirectoryCanBeExtended() throws IOException {
    Files.writeString(directory.resolve("_base.yaml"), "{extends: preset/pmnist, seeds: [9]}");
    Files.writeString(directory.resolve("a.yaml"), "{extends: _base}");
    ExperimentReader.Reading reading = reader.read(directory, "a.yaml");
    assertThat(reading.experiment().orElseThrow().seeds()).containsExactly(9L);
    assertThat(reading.presets()).containsExactly("preset/pmnist");
  }

  @Test
  void theDescriptionOfTheBaseIsItsOwn() throws IOException {
    Files.writeString(directory.resolve("_base.yaml"), "{extends: preset/pmnist, description: x}");
    assertThat(read("{extends: _base}").description()).isEmpty();
    assertThat(read("{extends: _base, description: y}").description()).contains("y");
  }

  @Test
  void quotesAroundANumberDoNotMatter() throws IOException {
    Experiment experiment =
        read(
            "{benchmark: permuted-mnist, model: mlp, method: naive, training: {epochs: '5',"
                + " batchSize: \"20\"}}");
    assertThat(experiment.training().epochs()).isEqualTo(5);
    assertThat(experiment.training().batchSize()).isEqualTo(20);
  }

  @Test
  void anotherComponentReplacesTheWholeGroup() throws IOException {
    Experiment experiment = read("{extends: preset/pmnist, method: {name: ewc, lambda: 10}}");
    assertThat(experiment.method()).extracting(Selection::name).containsExactly("ewc");
  }

  @Test
  void aConfigurationThatIsNotValidHereIsRefusedWithAllProblems() throws IOException {
    assertThatThrownBy(
            () ->
                reader.fromConfiguration(
                    Json.mapper()
                        .readTree(
                            "{\"benchmark\":\"permuted-mnist\",\"model\":\"mlq\",\"method\":\"mine\"}")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Unknown model 'mlq'. Did you mean 'mlp'?\n"
                + "Unknown method 'mine'. Known methods: ewc, gpm, naive.");
  }

  private Experiment read(String text) throws IOException {
    Files.writeString(directory.resolve("a.yaml"), text);
    ExperimentReader.Reading reading = reader.read(directory, "a.yaml");
    assertThat(reading.problems()).isEmpty();
    return reading.experiment().orElseThrow();
  }
}
