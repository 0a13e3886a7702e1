package io.clmaven.runtime.experiment.trial;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.clmaven.runtime.component.Selection;
import io.clmaven.runtime.experiment.Experiment;
import io.clmaven.runtime.experiment.Training;
import io.clmaven.runtime.experiment.analysis.Analysis;
import io.clmaven.runtime.experiment.analysis.LossLandscape;
import io.clmaven.runtime.experiment.analysis.LossLandscapeParameters;
import io.clmaven.runtime.experiment.plan.Fingerprint;
import io.clmaven.runtime.experiment.plan.TrialSpecification;
import io.clmaven.runtime.experiment.result.TrialResult;
import io.clmaven.runtime.method.ContinualMethod;
import io.clmaven.runtime.model.Architecture;
import io.clmaven.runtime.optimizer.Optimizer;
import io.clmaven.runtime.optimizer.Optimizers;
import io.clmaven.runtime.optimizer.Sgd;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A trial of a few milliseconds; each {@code with} returns a variant.
 *
 * @param parts what it puts together
 * @param pace how it trains
 */
record TinyTrial(
    TinyParts parts,
    TinyPace pace,
    Map<String, Selection<Analysis>> analysis,
    long seed,
    String engine) {

  static final TinyTrial DEFAULT =
      new TinyTrial(TinyParts.DEFAULT, TinyPace.DEFAULT, Map.of(), 1, "auto");

  TinyTrial with(TinyBenchmark.Parameters changed) {
    return with(parts.with(changed));
  }

  TinyTrial with(Supplier<ContinualMethod> method) {
    return with(method, TinyParts.NONE);
  }

  TinyTrial with(Supplier<ContinualMethod> method, Record parameters) {
    return with(parts.withMethod(TinyParts.select(method, parameters)));
  }

  TinyTrial of(Supplier<Architecture> changed) {
    return with(parts.withModel(TinyParts.select(changed, TinyParts.NONE)));
  }

  /** Returns the same trial, which dies at the beginning of a step. */
  TinyTrial killedAt(int step) {
    return with(parts.withAnotherMethod(TinyParts.select(() -> new Killer(step), TinyParts.NONE)));
  }

  TinyTrial withLearningRate(double changed) {
    return with(TinyParts.select(TinyMomentum::new, new TinyMomentum.Parameters(changed)));
  }

  /** Returns the same trial with SGD of momentum 0.9 and rate 0.1. */
  TinyTrial withSgd(Supplier<Optimizer> sgd) {
    return with(TinyParts.select(sgd, new Sgd.Parameters(0.1, 0.9, false, 0)));
  }

  /** Returns the same trial with an optimizer as an experiment file asks for it. */
  TinyTrial withOptimizer(String changed) {
    return with(Optimizers.select(changed));
  }

  private TinyTrial with(Selection<Optimizer> changed) {
    return with(parts.withOptimizer(changed));
  }

  private TinyTrial with(TinyParts changed) {
    return new TinyTrial(changed, pace, analysis, seed, engine);
  }

  TinyTrial with(Training.Schedule changed) {
    return with(pace.with(changed));
  }

  TinyTrial with(Length changed) {
    return with(pace.with(changed));
  }

  TinyTrial withCheckpointEvery(long changed) {
    return with(pace.withCheckpointEvery(changed));
  }

  TinyTrial evaluating(Training.Evaluation changed) {
    return with(pace.with(changed));
  }

  TinyTrial savingTheModel() {
    return with(pace.savingTheModel());
  }

  private TinyTrial with(TinyPace changed) {
    return new TinyTrial(parts, changed, analysis, seed, engine);
  }

  TinyTrial with(LossLandscapeParameters changed) {
    Selection<Analysis> landscape = TinyParts.select(LossLandscape::new, changed);
    return new TinyTrial(parts, pace, Map.of("loss-landscape", landscape), seed, engine);
  }

  TinyTrial withSeed(long changed) {
    return new TinyTrial(parts, pace, analysis, changed, engine);
  }

  TinyTrial on(String otherEngine) {
    return new TinyTrial(parts, pace, analysis, seed, otherEngine);
  }

  Experiment experiment() {
    return new Experiment(
        Optional.empty(),
        TinyParts.select(TinyBenchmark::new, parts.benchmark()),
        parts.model(),
        parts.methods(),
        pace.training(parts.optimizer()),
        analysis,
        List.of(seed),
        Map.of(),
        Optional.empty());
  }

  TrialSpecification specification(Path directory) {
    String rule = parts.optimizer().parameters().toString();
    return new TrialSpecification(
        "tiny",
        seed,
        JsonNodeFactory.instance.objectNode().put("optimizer", rule),
        new Fingerprint(Map.of("training.optimizer", rule)),
        directory.toString(),
        directory.resolve("data").toString(),
        directory.toString(),
        engine);
  }

  TrialResult run(Path directory, TrialListener listener) {
    return run(directory, TrialWatch.of(listener, new StopRequest()));
  }

  TrialResult run(Path directory, TrialWatch watch) {
    try (TrialRunner runner = new TrialRunner(experiment(), specification(directory), watch)) {
      return runner.run();
    }
  }

  TrialResult run(Path directory) {
    return run(directory, new TrialListener() {});
  }

  /** Names the trial where a property does not hold. */
  @Override
  public String toString() {
    return "%s, %s with %s, %s, %s"
        .formatted(
            parts.benchmark(),
            parts.model().name(),
            parts.methods(),
            parts.optimizer().parameters(),
            pace.schedule());
  }

  /** How often a trial sees its examples. */
  record Length(int epochs, int passes) {}
}
