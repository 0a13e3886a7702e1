package io.clmaven.plugin.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import io.clmaven.runtime.experiment.result.TrialResult;
import io.clmaven.runtime.experiment.result.TrialResult.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where the numbers come from: environment, fingerprint, configuration, command. */
final class ProvenanceBlocks {

  private static final ObjectMapper YAML =
      new ObjectMapper(
          new YAMLFactory()
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
              .disable(YAMLGenerator.Feature.SPLIT_LINES));

  private final Trials trials;
  private final String command;

  ProvenanceBlocks(ReportedExperiment experiment) {
    this.trials = new Trials(experiment.results());
    this.command = experiment.command();
  }

  List<Block> build() {
    String name = trials.results().experiment();
    return List.of(
        new Block.Heading("Provenance"),
        new Block.Code("Reproduce these numbers", command),
        environment(),
        new Block.Fold(
            "Configuration", List.of(new Block.Code(name + ".yaml", yaml(configuration())))),
        new Block.Fold("Fingerprint", List.of(fingerprint())),
        new Block.Fold("Trained parameters", List.of(parameters())));
  }

  private JsonNode configuration() {
    return trials.first().configuration();
  }

  private Block.Table environment() {
    return new Block.Table(
        "Environment",
        List.of("what", "value"),
        List.of(
            List.of(Cell.text("seeds"), Cell.text(trials.seeds())),
            row("engine", Environment::engine),
            row("backend", Environment::backend),
            row("Java", Environment::java),
            row("system", Environment::os),
            row("processor", Environment::cpu),
            row("threads", environment -> String.valueOf(environment.threads())),
            row("cl-runtime", Environment::runtime)));
  }

  /** Trials of one experiment may have run on different machines: every value is listed. */
  private List<Cell> row(String what, Function<Environment, String> value) {
    String values =
        trials.all().stream()
            .map(trial -> value.apply(trial.environment()))
            .distinct()
            .collect(Collectors.joining("; "));
    return List.of(Cell.text(what), Cell.text(values));
  }

  private Block.Table fingerprint() {
    List<List<Cell>> rows = new ArrayList<>();
    trials
        .first()
        .fingerprint()
        .parts()
        .forEach((part, value) -> rows.add(List.of(Cell.code(part), Cell.code(value))));
    return new Block.Table("Everything that can change a number", List.of("part", "value"), rows);
  }

  private Block.Table parameters() {
    List<List<Cell>> rows = new ArrayList<>();
    for (TrialResult trial : trials.all()) {
      rows.add(
          List.of(Cell.text(String.valueOf(trial.seed())), Cell.code(trial.parametersSha256())));
    }
    return new Block.Table(
        "SHA-256 of the final parameters: equal in every run of the same seed",
        List.of("seed", "SHA-256"),
        rows);
  }

  static String yaml(JsonNode configuration) {
    try {
      return YAML.writeValueAsString(configuration);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
