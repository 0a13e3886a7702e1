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
import io.clmaven.runtime.model.Architecture;
import io.clmaven.runtime.optimizer.Optimizer;
import io.clmaven.runtime.optimizer.Optimizers;
import io.clmaven.runtime.optimizer.Sgd;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A trial of a few milliseconds, immutable; each {@code with} returns a variant. */
final class TinyTrial implements Cloneable {

  private static final Record NONE = new Declaration.None();

  static final TinyTrial DEFAULT = new TinyTrial();

  private TinyBenchmark.Parameters benchmark =
      new TinyBenchmark.Parameters(3, 47, 10, TinyBenchmark.Heads.ONE);
  private Selection<Architecture> model = select(TinyModel::new, NONE);
  private List<Selection<ContinualMethod>> methods = List.of(select(TinyMethod::new, NONE));
  private Selection<Optimizer> optimizer =
      select(TinyMomentum::new, new TinyMomentum.Parameters(0.1));
  private Length length = new Length(3, 1);
  private long checkpointEvery = 7;
  private Training.Evaluation evaluate = Training.Evaluation.NEXT;
  private boolean savesModel;
  private Optional<Training.Schedule> schedule = Optional.empty();
  private Map<String, Selection<Analysis>> analysis = Map.of();
  private long seed = 1;
  private String engine = "auto";

  private TinyTrial() {}

  TinyTrial with(TinyBenchmark.Parameters changed) {
    return but(t -> t.benchmark = changed);
  }

  TinyTrial with(Supplier<ContinualMethod> method) {
    return with(method, NONE);
  }

  TinyTrial with(Supplier<ContinualMethod> method, Record parameters) {
    return but(t -> t.methods = List.of(select(method, parameters)));
  }

  TinyTrial of(Supplier<Architecture> changed) {
    return but(t -> t.model = select(changed, NONE));
  }

  /** Returns the same trial, which dies at the beginning of a step. */
  TinyTrial killedAt(int step) {
    Selection<ContinualMethod> killer = select(() -> new Killer(step), NONE);
    return but(t -> t.methods = Stream.concat(methods.stream(), Stream.of(killer)).toList());
  }

  TinyTrial with(Training.Schedule changed) {
    return but(t -> t.schedule = Optional.of(changed));
  }

  TinyTrial with(LossLandscapeParameters changed) {
    return but(t -> t.analysis = Map.of("loss-landscape", select(LossLandscape::new, changed)));
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
    return but(t -> t.optimizer = changed);
  }

  TinyTrial with(Length changed) {
    return but(t -> t.length = changed);
  }

  TinyTrial withCheckpointEvery(long changed) {
    return but(t -> t.checkpointEvery = changed);
  }

  TinyTrial withSeed(long changed) {
    return but(t -> t.seed = changed);
  }

  TinyTrial evaluating(Training.Evaluation changed) {
    return but(t -> t.evaluate = changed);
  }

  TinyTrial savingTheModel() {
    return but(t -> t.savesModel = true);
  }

  TinyTrial on(String otherEngine) {
    return but(t -> t.engine = otherEngine);
  }

  private TinyTrial but(Consumer<TinyTrial> change) {
    try {
      TinyTrial copy = (TinyTrial) clone();
      change.accept(copy);
      return copy;
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(e);
    }
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
            evaluate,
            savesModel,
            schedule),
        analysis,
        List.of(seed),
        Map.of(),
        Optional.empty());
  }

  TrialSpecification specification(Path directory) {
    String rule = optimizer.parameters().toString();
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
        .formatted(benchmark, model.name(), methods, optimizer.parameters(), schedule);
  }

  private static <C extends Component> Selection<C> select(Supplier<C> factory, Record parameters) {
    return new Selection<>(factory.get().declaration(), parameters, factory);
  }

  /** How often a trial sees its examples. */
  record Length(int epochs, int passes) {}
}
