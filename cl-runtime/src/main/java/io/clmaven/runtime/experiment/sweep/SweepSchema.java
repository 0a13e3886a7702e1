package io.clmaven.runtime.experiment.sweep;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clmaven.runtime.experiment.ExperimentSchema;
import io.clmaven.runtime.experiment.Extension;
import io.clmaven.runtime.experiment.yaml.Catalogues;
import io.clmaven.runtime.experiment.yaml.RecordBinder;

/** The JSON Schema of sweep files, made of the same records as their validation. */
public final class SweepSchema {

  private final ClassLoader loader;
  private final Catalogues catalogues;

  /** Makes the schema of the components that a class loader sees. */
  public SweepSchema(ClassLoader loader) {
    this.loader = loader;
    this.catalogues = new Catalogues(loader);
  }

  /** Returns the schema, draft 7. */
  public ObjectNode schema() {
    ObjectNode schema = ExperimentSchema.titled("Sweep of the cl Maven plugin");
    schema.setAll(new RecordBinder<>(Sweep.class, catalogues).schema());
    ObjectNode settings = (ObjectNode) schema.get("properties");
    settings
        .putObject(Extension.KEY)
        .put("type", "string")
        .put("description", "'preset/<name>' or another file of the same directory.");
    settings.set(SweepReader.PARAMETERS, parameters());
    settings.set(SweepReader.OVERRIDES, overrides());
    ((ObjectNode) settings.get("seeds")).put("minItems", 1).put("uniqueItems", true);
    ArrayNode metrics = ((ObjectNode) settings.get("metric")).putArray("enum");
    ExperimentSchema.metricNames().forEach(metrics::add);
    metrics.addNull();
    schema.putArray("anyOf").addObject().putArray("required").add(Extension.KEY);
    schema
        .withArray("anyOf")
        .addObject()
        .putArray("required")
        .add("experiment")
        .add(SweepReader.PARAMETERS);
    return schema;
  }

  /** What a path leads to is not known here: values are checked by validation alone. */
  private ObjectNode parameters() {
    ObjectNode parameters =
        ExperimentSchema.described("The settings that are searched, by path, with their values.")
            .put("type", "object")
            .put("minProperties", 1);
    parameters.putObject("propertyNames").put("pattern", SettingPath.pattern());
    ObjectNode range = new RecordBinder<>(Range.class, catalogues).schema();
    range.putArray("required").add("from").add("to");
    parameters
        .putObject("additionalProperties")
        .putArray("anyOf")
        .add(ExperimentSchema.described("Values.").put("type", "array").put("minItems", 1))
        .add(range);
    return parameters;
  }

  private ObjectNode overrides() {
    ObjectNode group =
        ExperimentSchema.described("Settings of the experiment that hold in the search only.");
    ObjectNode experiment = new ExperimentSchema(loader).schema();
    ObjectNode settings = (ObjectNode) experiment.get("properties");
    settings.remove(SweepReader.RESERVED);
    settings.remove(Extension.KEY);
    group.putArray("type").add("object").add("null");
    group.set("properties", settings);
    return group.put("additionalProperties", false);
  }
}
