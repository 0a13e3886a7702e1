package io.clmaven.runtime.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clmaven.runtime.experiment.plan.Json;
import io.clmaven.runtime.experiment.yaml.Catalogues;
import io.clmaven.runtime.experiment.yaml.RecordBinder;
import io.clmaven.runtime.metric.Metrics;
import java.util.List;
import java.util.stream.Stream;

/**
 * The JSON Schema of experiment files: what editors complete and underline. It is made of the same
 * records as validation.
 */
public final class ExperimentSchema {

  private final Catalogues catalogues;

  /** Makes the schema of the components that a class loader sees. */
  public ExperimentSchema(ClassLoader loader) {
    catalogues = new Catalogues(loader);
  }

  /** Returns the schema, draft 7. */
  public ObjectNode schema() {
    ObjectNode schema = titled("Continual-learning experiment of the cl Maven plugin");
    schema.setAll(new RecordBinder<>(Experiment.class, catalogues).schema());
    ObjectNode settings = (ObjectNode) schema.get("properties");
    settings
        .putObject("extends")
        .put("type", "string")
        .put(
            "description",
            "'preset/<name>' or another experiment file of the same directory, whose settings hold"
                + " too, but for its 'description'.");
    ((ObjectNode) settings.get("seeds")).put("minItems", 1).put("uniqueItems", true);
    ObjectNode metrics = ((ObjectNode) settings.get("check")).putObject("propertyNames");
    metricNames().forEach(metrics.putArray("enum")::add);
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

  /** Returns the beginning of a schema, draft 7. */
  public static ObjectNode titled(String title) {
    return Json.mapper()
        .createObjectNode()
        .put("$schema", "http://json-schema.org/draft-07/schema#")
        .put("title", title);
  }

  /** Returns the beginning of a part that is described. */
  public static ObjectNode described(String description) {
    return Json.mapper().createObjectNode().put("description", description);
  }

  /** Returns all names of metrics. */
  public static List<String> metricNames() {
    return Stream.concat(Metrics.ids().stream(), Metrics.aliases().keySet().stream()).toList();
  }
}
