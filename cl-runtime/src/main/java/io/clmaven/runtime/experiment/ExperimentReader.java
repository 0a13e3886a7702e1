package io.clmaven.runtime.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clmaven.runtime.experiment.plan.Problem;
import io.clmaven.runtime.experiment.preset.Preset;
import io.clmaven.runtime.experiment.preset.Presets;
import io.clmaven.runtime.experiment.yaml.Catalogues;
import io.clmaven.runtime.experiment.yaml.Node;
import io.clmaven.runtime.experiment.yaml.NodeReader;
import io.clmaven.runtime.experiment.yaml.Place;
import io.clmaven.runtime.experiment.yaml.Problems;
import io.clmaven.runtime.experiment.yaml.RecordBinder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads experiments from files and from effective configurations, and writes the latter. */
public final class ExperimentReader {

  private static final String SUBJECT = "the experiment";

  private final Presets presets;
  private final Path base;
  private final RecordBinder<Experiment> binder;

  /** Makes a reader that knows the components and presets of the class path. */
  public ExperimentReader() {
    this(Thread.currentThread().getContextClassLoader());
  }

  /**
   * Makes a reader that knows the components and presets of the class path.
   *
   * @param base what relative paths in experiments are relative to
   */
  public ExperimentReader(Path base) {
    this(Thread.currentThread().getContextClassLoader(), base);
  }

  /** Makes a reader that knows the components and presets that a class loader sees. */
  public ExperimentReader(ClassLoader loader) {
    this(loader, Path.of(""));
  }

  private ExperimentReader(ClassLoader loader, Path base) {
    this(new Catalogues(loader), new Presets(loader), base);
  }

  /**
   * Makes a reader of given components and presets.
   *
   * @param base what relative paths in experiments are relative to
   */
  public ExperimentReader(Catalogues catalogues, Presets presets, Path base) {
    this.presets = presets;
    this.base = base;
    this.binder = new RecordBinder<>(Experiment.class, catalogues, List.of(Extension.KEY));
  }

  /**
   * What became of a file.
   *
   * @param settings the settings of the file and of what it extends, without defaults; empty if it
   *     could not be read
   * @param experiment the experiment; empty if there is a problem
   * @param presets names of the presets it extends, nearest first
   * @param files the file and the files it extends, nearest first
   * @param problems all mistakes
   */
  public record Reading(
      Optional<Node.Mapping> settings,
      Optional<Experiment> experiment,
      List<String> presets,
      List<String> files,
      List<Problem> problems) {}

  /**
   * Reads and validates an experiment file.
   *
   * @param directory the experiment directory
   * @param file name of a file in it
   */
  public Reading read(Path directory, String file) {
    Problems problems = new Problems();
    Extension extension =
        new Extension(new Sources(directory, presets, FileKind.EXPERIMENT), problems);
    Optional<Node.Mapping> settings = extension.resolve(file);
    Optional<Experiment> experiment = settings.flatMap(s -> bind(s, extension, problems));
    return new Reading(
        settings,
        experiment.filter(e -> problems.isEmpty()),
        extension.presets(),
        extension.files(),
        new PresetProblems(extension.place()).move(problems.list()));
  }

  /**
   * Reads and validates the experiment that something else names.
   *
   * @param directory the experiment directory
   * @param name {@code preset/<name>} or a file of the directory
   */
  public Reading read(Path directory, Node.Scalar name) {
    Sources sources = new Sources(directory, presets, FileKind.EXPERIMENT);
    Optional<String> source = sources.find(name.text());
    if (source.isEmpty()) {
      Problems problems = new Problems();
      problems.add(name.place(), ExperimentMessages.unknown("search", name.text(), sources));
      return new Reading(Optional.empty(), Optional.empty(), List.of(), List.of(), problems.list());
    }
    return read(directory, source.get());
  }

  /** Returns a preset that was read, {@code preset/<name>}. */
  Preset preset(String source) {
    return presets.find(source.substring(Preset.PREFIX.length())).orElseThrow();
  }

  /**
   * Makes the experiment of an effective configuration.
   *
   * @throws IllegalArgumentException if it is not valid here, for example since a component is not
   *     on the class path; the message lists all problems
   */
  public Experiment fromConfiguration(JsonNode configuration) {
    Problems problems = new Problems();
    Optional<Experiment> experiment =
        new NodeReader("configuration", problems)
            .read(configuration.toString())
            .map(Node.Mapping.class::cast)
            .flatMap(settings -> bind(settings, problems));
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          problems.list().stream().map(Problem::message).collect(Collectors.joining("\n")));
    }
    return experiment.orElseThrow();
  }

  /** Returns every setting with its value: a valid experiment file in itself. */
  public ObjectNode toConfiguration(Experiment experiment) {
    return binder.write(experiment);
  }

  /**
   * Returns every setting with its value, of settings whose parts need not fit together; empty if
   * one of them is not valid.
   */
  public Optional<ObjectNode> toConfiguration(Node.Mapping settings) {
    Problems problems = new Problems();
    Map<String, Object> parts = binder.parts(settings, SUBJECT, problems);
    return problems.isEmpty()
        ? binder.make(parts, settings.place(), problems).map(binder::write)
        : Optional.empty();
  }

  /** Where something that is extended is not known, nothing can be said to be missing. */
  private Optional<Experiment> bind(Node.Mapping settings, Extension extension, Problems problems) {
    if (extension.isComplete()) {
      return bind(settings, problems);
    }
    Problems own = new Problems();
    bind(settings, own);
    problems.addPresent(own);
    return Optional.empty();
  }

  /** Makes and validates the experiment of settings that extend nothing. */
  public Optional<Experiment> bind(Node.Mapping settings, Problems problems) {
    Map<String, Object> parts = binder.parts(settings, SUBJECT, problems);
    new ExperimentChecks(parts, settings, problems, base).run();
    return problems.isEmpty() ? binder.make(parts, settings.place(), problems) : Optional.empty();
  }

  /** Moves the problems of presets, which the user cannot edit, to the {@code extends} line. */
  private record PresetProblems(Place place) {

    List<Problem> move(List<Problem> problems) {
      return problems.stream().map(this::move).distinct().toList();
    }

    private Problem move(Problem problem) {
      if (!problem.file().startsWith(Preset.PREFIX)) {
        return problem;
      }
      return new Problem(
          place.file(),
          place.line(),
          place.column(),
          ExperimentMessages.inPreset(problem.file(), problem.line(), problem.message()));
    }
  }
}
