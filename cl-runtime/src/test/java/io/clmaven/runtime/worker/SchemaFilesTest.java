package io.clmaven.runtime.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.experiment.plan.Json;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaFilesTest {

  @ParameterizedTest
  @ValueSource(strings = {"experiment.schema.json", "sweep.schema.json"})
  void theBuildHasWrittenTheSchema(String file) throws IOException {
    ClassLoader loader = getClass().getClassLoader();
    try (InputStream in = loader.getResourceAsStream(SchemaFiles.FOLDER + "/" + file)) {
      JsonNode written = Json.mapper().readTree(in);
      JsonNode now = SchemaFiles.schemas(loader).get(file);
      assertThat(written).isEqualTo(Json.mapper().readTree(now.toString()));
    }
  }
}
