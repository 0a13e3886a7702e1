package io.clmaven.runtime.experiment.trial;

import io.clmaven.runtime.benchmark.Scenario;
import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.benchmark.TaskStream;
import io.clmaven.runtime.component.Selection;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.SoftmaxCrossEntropy;
import io.clmaven.runtime.method.ContinualMethod;
import io.clmaven.runtime.method.MethodContext;
import io.clmaven.runtime.optimizer.Optimizer;
import io.clmaven.runtime.random.RandomStreams;
import java.util.List;

/** The real trainer with real methods, called step by step as {@link TaskLearner} calls it. */
public final class StepwiseTrial {

  private final TaskStream tasks;
  private final Optimizer optimizer;
  private final MethodChain methods;
  private final Position position;
  private final Trainer trainer;

  /**
   * Begins everything; the scenario is task-incremental.
   *
   * @param batchSize samples of a full batch
   */
  public StepwiseTrial(
      Network network,
      TaskStream tasks,
      Selection<Optimizer> optimizer,
      List<Selection<ContinualMethod>> methods,
      int batchSize) {
    RandomStreams random = new RandomStreams(1);
    this.tasks = tasks;
    this.methods =
        MethodChain.begin(
            methods, p -> new MethodContext(p, network, tasks, Scenario.TASK, batchSize, random));
    this.optimizer = optimizer.create();
    this.optimizer.begin(optimizer.parameters(), network.layout(), random);
    this.position = new Position(tasks.size(), 1);
    // a trainer asks neither for the experiment nor for the engine
    TrialParts parts =
        new TrialParts(null, tasks, null, network, this.methods, this.optimizer, random);
    this.trainer = new Trainer(parts, new SoftmaxCrossEntropy(), position);
  }

  /** Begins the next task. */
  public void beginTask() {
    Task task = tasks.task(position.task());
    trainer.enter(task);
    optimizer.beginTask();
    optimizer.learningRate(methods.learningRate(task, optimizer.learningRate()));
    methods.beforeTask(task);
    position.beginTask();
  }

  /** Begins an epoch of the task. */
  public void beginEpoch() {
    optimizer.beginEpoch();
  }

  /** Does a step and returns the loss that it tells. */
  public double step(Batch batch) {
    double loss = trainer.step(batch);
    position.nextStep();
    return loss;
  }

  /** Ends the epoch. */
  public void endEpoch() {
    position.nextEpoch();
  }

  /** Ends the task. */
  public void endTask() {
    methods.afterTask(tasks.task(position.task()));
    position.nextTask();
  }

  /** Returns the learning rate in force. */
  public double learningRate() {
    return optimizer.learningRate();
  }
}
