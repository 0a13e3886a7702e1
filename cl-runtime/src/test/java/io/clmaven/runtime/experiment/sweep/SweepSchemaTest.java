package io.clmaven.runtime.experiment.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.clmaven.runtime.experiment.preset.Presets;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON Schema accepts what validation accepts, and refuses most of what it refuses. */
class SweepSchemaTest {

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final ClassLoader LOADER = SweepSchemaTest.class.getClassLoader();
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
          .getSchema(new SweepSchema(LOADER).schema());

  @TestFactory
  Stream<DynamicTest> everySweepOfThisModuleIsValid() {
    return Presets.ofSweeps(LOADER).all().stream()
        .map(
            preset ->
                DynamicTest.dynamicTest(
                    preset.name(),
                    () -> assertThat(SCHEMA.validate(YAML.readTree(preset.read()))).isEmpty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{experiment: naive, parameters: {'method[1].lambda': [0.1, null], model: [mlp, alexnet]}}",
        "{experiment: naive, random: {points: 20}, parameters:"
            + " {training.batchSize: {from: 5, to: 50, scale: log, integer: true}}}",
        "{extends: other, metric: forgetting, halving: {factor: 2}}",
        "{extends: preset/grid-ewc-cub, overrides: null, seeds: [1, 2]}",
        "{experiment: naive, overrides: {benchmark: {validation: 0.1}, training: {epochs: 2}},"
            + " parameters: {training.optimizer: [{name: sgd, learningRate: 0.1}]}}",
      })
  void acceptsASweep(String text) throws IOException {
    assertThat(SCHEMA.validate(YAML.readTree(text))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{experiment: naive}",
        "{parameters: {training.batchSize: [1]}}",
        "{extends: other, seedz: [1]}",
        "{extends: other, seeds: []}",
        "{extends: other, seeds: [1, 1]}",
        "{extends: other, metric: acuracy}",
        "{extends: other, halving: {factor: 1}}",
        "{extends: other, random: {points: 0}}",
        "{extends: other, parameters: {}}",
        "{extends: other, parameters: {'a b': [1]}}",
        "{extends: other, parameters: {training.batchSize: 10}}",
        "{extends: other, parameters: {training.batchSize: []}}",
        "{extends: other, parameters: {training.batchSize: {from: 1}}}",
        "{extends: other, parameters: {training.batchSize: {from: 1, to: 2, step: 1}}}",
        "{extends: other, overrides: small}",
        "{extends: other, overrides: {training: {epoch: 2}}}",
        "{extends: other, overrides: {seeds: [1]}}",
        "{extends: other, overrides: {evaluated: test}}",
      })
  void refusesAMistake(String text) throws IOException {
    assertThat(SCHEMA.validate(YAML.readTree(text))).isNotEmpty();
  }
}
