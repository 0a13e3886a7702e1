package io.clmaven.runtime.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.clmaven.runtime.experiment.corpus.CorpusLoader;
import io.clmaven.runtime.experiment.preset.Presets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The JSON Schema accepts what validation accepts, and refuses most of what it refuses. */
class ExperimentSchemaTest {

  private static final Path CORPUS = Path.of("src/test/resources/corpus");
  private static final YAMLMapper YAML = new YAMLMapper();

  private final JsonSchema ofCorpus = schema(new ExperimentSchema(new CorpusLoader()).schema());

  @TestFactory
  Stream<DynamicTest> everyPresetIsValid() {
    JsonSchema schema = schema(new ExperimentSchema(getClass().getClassLoader()).schema());
    return new Presets(getClass().getClassLoader())
        .all().stream()
            .map(
                preset ->
                    DynamicTest.dynamicTest(
                        preset.name(),
                        () -> assertThat(schema.validate(YAML.readTree(preset.read()))).isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> everyValidFileOfTheCorpusIsValid() {
    return ExperimentFiles.of(CORPUS.resolve("valid")).complete().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file,
                    () ->
                        assertThat(ofCorpus.validate(yaml(CORPUS.resolve("valid").resolve(file))))
                            .isEmpty()));
  }

  @Test
  void mostBrokenFilesAreRefused() throws IOException {
    Path broken = CORPUS.resolve("broken");
    List<String> accepted = new ArrayList<>();
    int readable = 0;
    for (String file : ExperimentFiles.of(broken).complete()) {
      try {
        JsonNode node = yaml(broken.resolve(file));
        readable++;
        if (ofCorpus.validate(node).isEmpty()) {
          accepted.add(file);
        }
      } catch (JsonProcessingException e) {
        assertThat(file).matches("(syntax-|type-infinity|type-not-a-number).*");
      }
    }
    assertThat(readable).isGreaterThan(80);
    assertThat(accepted)
        .as("validation alone sees YAML itself, other files, other components, and what fits")
        .hasSizeLessThan(readable / 2)
        .noneMatch(file -> file.matches("(unknown|seeds|extend|range-[^i]).*"));
  }

  private static JsonNode yaml(Path file) throws IOException {
    return YAML.readTree(Files.readAllBytes(file));
  }

  private static JsonSchema schema(JsonNode text) {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(text);
  }
}
