package io.clmaven.runtime.experiment.trial;

import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.benchmark.TaskStream;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.experiment.Training;
import io.clmaven.runtime.experiment.analysis.LossProbes;
import io.clmaven.runtime.optimizer.Optimizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Learns one task after the other, from wherever the state of the trial stands: epochs of shuffled
 * mini-batches, memory updates of the methods, then, in the last pass over the stream, the
 * evaluation on the {@link Training.Evaluation tasks to be tested}.
 */
final class TaskLearner {

  private final TrialState state;
  private final TrialTexts texts;
  private final Training training;
  private final Position position;
  private final Checkpoints checkpoints;
  private final ProgressMeter meter;
  private final TrialWatch watch;
  private final ContractWarnings contracts;
  private final BatchBuffers buffers;
  private final LossProbes probes;

  TaskLearner(TrialState state, Checkpoints checkpoints, TrialTexts texts, TrialWatch watch) {
    this.state = state;
    this.texts = texts;
    this.training = state.parts().experiment().training();
    this.position = state.position();
    this.checkpoints = checkpoints;
    this.watch = watch;
    this.meter = new ProgressMeter(state.parts(), position, watch);
    this.contracts = new ContractWarnings(texts, watch.listener());
    this.buffers = new BatchBuffers(state.parts().network().model().inputShape());
    this.probes = new HeldExamples(state.evaluator(), this::stopAnalysisWhenAsked);
  }

  /** Measures the network before its first step, which forward transfer compares with. */
  void measureUntrained() {
    state.ledger().markOther();
    if (training.evaluate().testsUntrained() && !state.ledger().hasUntrained()) {
      state.ledger().untrained(accuracies(state.parts().tasks().size()));
    }
  }

  /** Learns the current task to its end, evaluates it and moves on to the next one. */
  void learn() {
    Task task = state.parts().tasks().task(position.task());
    watch.listener().taskStarted(task.index(), task.name(), training.epochs());
    state.trainer().enter(task);
    TrainingData data = new TrainingData(state.parts().methods().trainingSet(task), training);
    if (!position.begun()) {
      begin(task);
    }
    boolean ends = false;
    while (!ends && position.epoch() < training.epochs()) {
      runEpoch(task, data);
      ends = state.rate().endsAfterEpoch(data);
      position.nextEpoch();
    }
    state.rate().endTask();
    requireFiniteParameters(task);
    state.parts().methods().afterTask(task);
    contracts.warn(state.parts().methods().diagnostics());
    state.ledger().markTraining();
    if (position.isInTheLastPass()) {
      evaluate(task);
    }
    position.nextTask();
    checkpoints.write();
  }

  /**
   * Runs the analyses for the task learnt last, unless that is done. They measure after its
   * checkpoint, which a trial that is killed meanwhile goes on from.
   */
  void analyse() {
    if (position.isInTheLastPass() && state.analyses().areDue(position.task())) {
      Task task = state.parts().tasks().task(position.task() - 1);
      state.analyses().afterTask(task, probes);
      checkpoints.write();
    }
  }

  private void begin(Task task) {
    if (training.schedule().isPresent() && task.validation().size() == 0) {
      throw new IllegalTrialException(texts.noValidation(task));
    }
    Optimizer optimizer = state.parts().optimizer();
    optimizer.beginTask();
    optimizer.learningRate(state.parts().methods().learningRate(task, optimizer.learningRate()));
    state.rate().beginTask();
    state.parts().methods().beforeTask(task);
    position.beginTask();
  }

  private void runEpoch(Task task, TrainingData data) {
    if (position.step() == 0) {
      state.order().shuffle(data);
      state.parts().optimizer().beginEpoch();
    }
    int steps = data.batches();
    while (position.step() < steps) {
      Batch batch = fill(data.slice(state.order().batch(position.step())));
      double loss = state.trainer().step(batch);
      if (!Double.isFinite(loss)) {
        throw new DivergedException(texts.lossDiverged(loss, task, state));
      }
      position.nextStep();
      state.ledger().step(batch.size());
      meter.step(loss, steps);
      checkpointWhenDue();
    }
  }

  private Batch fill(TrainingData.Slice slice) {
    return buffers
        .ofSize(slice.count())
        .fill(
            slice.group().examples(),
            slice.group().outputs(),
            state.order().examples(),
            slice.from());
  }

  private void checkpointWhenDue() {
    boolean stopping = watch.stop().isRaised();
    if (stopping || position.total() % training.checkpointEvery() == 0) {
      state.ledger().markTraining();
      checkpoints.write();
    }
    if (stopping) {
      throw stopped();
    }
  }

  private void stopAnalysisWhenAsked() {
    if (watch.stop().isRaised()) {
      throw stopped();
    }
  }

  private TrialStoppedException stopped() {
    return new TrialStoppedException(texts.stopped(position.total()));
  }

  private void evaluate(Task task) {
    int tasks = state.parts().tasks().size();
    List<Double> row = accuracies(training.evaluate().tested(task.index() + 1, tasks));
    state.ledger().taskDone(row);
    watch.listener().taskDone(task.index(), row);
  }

  private List<Double> accuracies(int count) {
    TaskStream tasks = state.parts().tasks();
    List<Double> row = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      row.add(state.evaluator().accuracy(tasks.task(i)));
    }
    return row;
  }

  private void requireFiniteParameters(Task task) {
    for (float value : state.parts().network().parameters().pull()) {
      if (!Float.isFinite(value)) {
        throw new DivergedException(texts.parametersDiverged(value, task, state));
      }
    }
  }
}
