package io.clmaven.runtime.experiment.trial;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.clmaven.runtime.component.Component;
import io.clmaven.runtime.component.Declaration;
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
import io.clmaven.runtime.method.StepContext;
import io.clmaven.runtime.model.Architecture;
import io.clmaven.runtime.optimizer.Optimizer;
import io.clmaven.runtime.optimizer.Optimizers;
import io.clmaven.runtime.optimizer.Sgd;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A trial of a few milliseconds; each {@code with} returns a variant. */
record TinyTrial(
    TinyBenchmark.Parameters benchmark,
    Selection<Architecture> model,
    List<Selection<ContinualMethod>> methods,
    Selection<Optimizer> optimizer,
    long checkpointEvery,
    Optional<Training.Schedule> schedule,
    Map<String, Selection<Analysis>> analysis,
    long seed,
    Length length,
    String engine) {

  static final TinyTrial DEFAULT =
      new TinyTrial(
          new TinyBenchmark.Parameters(3, 47, 10, TinyBenchmark.Heads.ONE),
          select(TinyModel::new, new Declaration.None()),
          List.of(select(TinyMethod::new, new Declaration.None())),
          select(TinyMomentum::new, new TinyMomentum.Parameters(0.1)),
          7,
          Optional.empty(),
          Map.of(),
          1,
          new Length(3, 1),
          "auto");

  TinyTrial with(TinyBenchmark.Parameters changed) {
    return new TinyTrial(
        changed,
        model,
        methods,
        optimizer,
        checkpointEvery,
        schedule,
        analysis,
        seed,
        length,
        engine);
  }

  TinyTrial with(Supplier<ContinualMethod> method) {
    return with(method, new Declaration.None());
  }

  TinyTrial with(Supplier<ContinualMethod> method, Record parameters) {
    return new TinyTrial(
        benchmark,
        model,
        List.of(select(method, parameters)),
        optimizer,
        checkpointEvery,
        schedule,
        analysis,
        seed,
        length,
        engine);
  }

  TinyTrial of(Supplier<Architecture> changed) {
    return new TinyTrial(
        benchmark,
        select(changed, new Declaration.None()),
        methods,
        optimizer,
        checkpointEvery,
        schedule,
        analysis,
        seed,
        length,
        engine);
  }

  /** Returns the same trial, which dies at the beginning of a step. */
  TinyTrial killedAt(int step) {
    List<Selection<ContinualMethod>> all = new ArrayList<>(methods);
    all.add(select(() -> new Killer(step), new Declaration.None()));
    return new TinyTrial(
        benchmark,
        model,
        all,
        optimizer,
        checkpointEvery,
        schedule,
        analysis,
        seed,
        length,
        engine);
  }

  TinyTrial with(Training.Schedule changed) {
    return new TinyTrial(
        benchmark,
        model,
        methods,
        optimizer,
        checkpointEvery,
        Optional.of(changed),
        analysis,
        seed,
        length,
        engine);
  }

  TinyTrial with(LossLandscapeParameters changed) {
    return new TinyTrial(
        benchmark,
        model,
        methods,
        optimizer,
        checkpointEvery,
        schedule,
        Map.of("loss-landscape", select(LossLandscape::new, changed)),
        seed,
        length,
        engine);
  }

  TinyTrial withLearningRate(double changed) {
    return with(select(TinyMomentum::new, new TinyMomentum.Parameters(changed)));
  }

  /** Returns the same trial with SGD of momentum 0.9 and rate 0.1. */
  TinyTrial withSgd(Supplier<Optimizer> sgd) {
    return with(select(sgd, new Sgd.Parameters(0.1, 0.9, false, 0)));
  }

  /** Returns the same trial with an optimizer as an experiment file asks for it. */
  TinyTrial withOptimizer(String changed) {
    return with(Optimizers.select(changed));
  }

  private TinyTrial with(Selection<Optimizer> changed) {
    return new TinyTrial(
        benchmark,
        model,
        methods,
        changed,
        checkpointEvery,
        schedule,
        analysis,
        seed,
        length,
        engine);
  }

  TinyTrial withCheckpointEvery(long changed) {
    return new TinyTrial(
        benchmark, model, methods, optimizer, changed, schedule, analysis, seed, length, engine);
  }

  TinyTrial withSeed(long changed) {
    return new TinyTrial(
        benchmark,
        model,
        methods,
        optimizer,
        checkpointEvery,
        schedule,
        analysis,
        changed,
        length,
        engine);
  }

  TinyTrial with(Length changed) {
    return new TinyTrial(
        benchmark,
        model,
        methods,
        optimizer,
        checkpointEvery,
        schedule,
        analysis,
        seed,
        changed,
        engine);
  }

  TinyTrial on(String otherEngine) {
    return new TinyTrial(
        benchmark,
        model,
        methods,
        optimizer,
        checkpointEvery,
        schedule,
        analysis,
        seed,
        length,
        otherEngine);
  }

  Experiment experiment() {
    return new Experiment(
        Optional.empty(),
        select(TinyBenchmark::new, benchmark),
        model,
        methods,
        new Training(
            length.epochs(),
            length.passes(),
            10,
            Training.LastBatch.KEEP,
            optimizer,
            checkpointEvery,
            25,
            Training.Evaluation.NEXT,
            false,
            schedule),
        analysis,
        List.of(seed),
        Map.of(),
        Optional.empty());
  }

  TrialSpecification specification(Path directory) {
    return new TrialSpecification(
        "tiny",
        seed,
        JsonNodeFactory.instance.objectNode().put("optimizer", optimizer.parameters().toString()),
        new Fingerprint(Map.of("training.optimizer", optimizer.parameters().toString())),
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

  private static <C extends Component> Selection<C> select(Supplier<C> factory, Record parameters) {
    return new Selection<>(factory.get().declaration(), parameters, factory);
  }

  /** How often a trial sees its examples. */
  record Length(int epochs, int passes) {}

  /** What a {@link #killedAt} trial dies of. */
  static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private record Killer(int step) implements ContinualMethod {
    @Override
    public Declaration declaration() {
      return new Declaration("killer", "Dies.", "made for tests", Declaration.None.class);
    }

    @Override
    public void adjustGradient(StepContext context) {
      if (context.step() == step) {
        throw new Killed();
      }
    }
  }
}
