package io.clmaven.runtime.worker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clmaven.runtime.experiment.ExperimentSchema;
import io.clmaven.runtime.experiment.plan.Plan;
import io.clmaven.runtime.experiment.plan.SweepPlan;
import io.clmaven.runtime.experiment.sweep.SweepSchema;
import java.nio.file.Path;
import java.util.Map;

/** The files of the JSON Schemas: written when this module is built, and in the folder of a run. */
public final class SchemaFiles {

  /** Folder of the schemas on the class path. */
  static final String FOLDER = "schema";

  private SchemaFiles() {}

  /** Writes the schemas below a folder of classes, given as the only argument. */
  public static void main(String[] arguments) {
    write(Path.of(arguments[0]).resolve(FOLDER), SchemaFiles.class.getClassLoader());
  }

  /** Writes the schemas of the components that a class loader sees. */
  static void write(Path folder, ClassLoader loader) {
    schemas(loader).forEach((file, schema) -> AnswerCommand.write(folder.resolve(file), schema));
  }

  /** Returns the schemas by name of their files. */
  static Map<String, ObjectNode> schemas(ClassLoader loader) {
    return Map.of(
        Plan.SCHEMA_FILE, new ExperimentSchema(loader).schema(),
        SweepPlan.SCHEMA_FILE, new SweepSchema(loader).schema());
  }
}
