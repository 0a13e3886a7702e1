package io.clmaven.runtime.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clmaven.runtime.experiment.plan.Json;
import io.clmaven.runtime.experiment.plan.Plan;
import io.clmaven.runtime.experiment.yaml.Catalogues;
import io.clmaven.runtime.experiment.yaml.RecordBinder;
import io.clmaven.runtime.metric.Metrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the JSON Schema of experiment files: what editors complete and underline. It is made of
 * the same records as validation, when this module is built.
 */
public final class SchemaWriter {

  /** Place of the schema on the class path. */
  public static final String RESOURCE = "schema/" + Plan.SCHEMA_FILE;

  private final Catalogues catalogues;

  /** Makes a writer that knows the components that a class loader sees. */
  public SchemaWriter(ClassLoader loader) {
    catalogues = new Catalogues(loader);
  }

  /** Writes the schema below a folder of classes, given as the only argument. */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]).resolve(RESOURCE);
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        new SchemaWriter(SchemaWriter.class.getClassLoader()).schema().toPrettyString() + "\n");
  }

  /** Returns the schema, draft 7. */
  public ObjectNode schema() {
    ObjectNode schema =
        Json.mapper()
            .createObjectNode()
            .put("$schema", "http://json-schema.org/draft-07/schema#")
            .put("title", "Continual-learning experiment of the cl Maven plugin");
    schema.setAll(new RecordBinder<>(Experiment.class, catalogues).schema());
    ObjectNode settings = (ObjectNode) schema.get("properties");
    settings
        .putObject("extends")
        .put("type", "string")
        .put("description", "'preset/<name>' or another experiment file of the same directory.");
    ((ObjectNode) settings.get("seeds")).put("minItems", 1).put("uniqueItems", true);
    ObjectNode metrics = ((ObjectNode) settings.get("check")).putObject("propertyNames");
    Metrics.ids().forEach(metrics.putArray("enum")::add);
    Metrics.aliases().keySet().forEach(metrics.withArray("enum")::add);
    schema.putArray("anyOf").addObject().putArray("required").add("extends");
    schema
        .withArray("anyOf")
        .addObject()
        .putArray("required")
        .add("benchmark")
        .add("model")
        .add("method");
    return schema;
  }
}
