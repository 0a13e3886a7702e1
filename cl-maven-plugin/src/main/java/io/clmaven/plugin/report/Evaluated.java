package io.clmaven.plugin.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.clmaven.runtime.experiment.result.SweepResult;
import java.util.Locale;

/** The examples that accuracies are measured on, and what accuracies on them are called. */
enum Evaluated {
  /** Those for the test, what accuracies are measured on unless something else is said. */
  TEST("Accuracy"),
  /** Those held out of the training sets, as in a search. */
  VALIDATION("Validation accuracy");

  private final String heading;

  Evaluated(String heading) {
    this.heading = heading;
  }

  /** Returns what an experiment with this configuration is measured on. */
  static Evaluated of(JsonNode configuration) {
    return configuration.path("evaluated").asText().equals(SweepResult.VALIDATION)
        ? VALIDATION
        : TEST;
  }

  /** Returns what comes before "examples". */
  String examples() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the name of the accuracy at the beginning of a title. */
  String heading() {
    return heading;
  }

  /** Returns the name of the accuracy inside a title. */
  String accuracy() {
    return heading.toLowerCase(Locale.ROOT);
  }
}
