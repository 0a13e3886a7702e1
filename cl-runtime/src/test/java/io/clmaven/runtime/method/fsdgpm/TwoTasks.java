package io.clmaven.runtime.method.fsdgpm;

import io.clmaven.runtime.benchmark.Scenario;
import io.clmaven.runtime.benchmark.Task;
import io.clmaven.runtime.engine.Batch;
import io.clmaven.runtime.engine.Initialization;
import io.clmaven.runtime.engine.Layer;
import io.clmaven.runtime.engine.ModelSpec;
import io.clmaven.runtime.engine.Models;
import io.clmaven.runtime.engine.Network;
import io.clmaven.runtime.engine.OutputRange;
import io.clmaven.runtime.engine.Window;
import io.clmaven.runtime.engine.onednn.OnednnEngine;
import io.clmaven.runtime.method.MethodContext;
import io.clmaven.runtime.method.replay.ReplayDraws;
import io.clmaven.runtime.optimizer.Sgd;
import io.clmaven.runtime.random.RandomStreams;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A network that learns two tasks of random numbers in a few steps.
 *
 * @param model its classes are those of both tasks
 * @param seed of everything random
 */
record TwoTasks(ModelSpec model, long seed) {

  static final ModelSpec MLP = Models.mlp(8, false, 7, 6, 4);
  static final Sgd.Parameters SGD = new Sgd.Parameters(0.1, 0.9, false, 0);
  static final int BATCH = 6;
  static final int STEPS = 5;

  /** Returns a network with running statistics and dropout. */
  static ModelSpec normalized() {
    Initialization law = new Initialization.UniformFanIn(1);
    return ModelSpec.input(List.of(2, 4, 4))
        .then("conv1", new Layer.Convolution(5, Window.square(2, 1, 1), law, law))
        .then("bn1", new Layer.BatchNorm(Layer.BatchNorm.Statistics.RUNNING))
        .then("relu1", new Layer.Relu())
        .then("drop1", new Layer.Dropout(0.3))
        .then("flatten", new Layer.Flatten())
        .then("lin2", new Layer.Linear(4, false, law))
        .build();
  }

  /**
   * What is left at the end.
   *
   * @param parameters of the network
   * @param statistics of its batch normalisations
   */
  record Outcome(List<Float> parameters, List<Float> statistics) {

    static Outcome of(Network network) {
      return new Outcome(
          list(network.parameters().pull()), list(network.statistics().values().clone()));
    }

    private static List<Float> list(float[] values) {
      return IntStream.range(0, values.length).mapToObj(i -> values[i]).toList();
    }
  }

  /** A method at the end of the steps of its second task. */
  record Learnt(ReplayProjection method, ReplayStep step) {}

  Outcome learn(ReplayProjection method, FsDgpmParameters parameters) {
    return learn(method, parameters, ReplayDraws.of(new RandomStreams(seed + 1)), m -> {});
  }

  Outcome learn(ReplayProjection method, FsDgpmParameters parameters, Consumer<Learnt> look) {
    return learn(method, parameters, ReplayDraws.of(new RandomStreams(seed + 1)), look);
  }

  Outcome learn(
      ReplayProjection method,
      FsDgpmParameters parameters,
      ReplayDraws draws,
      Consumer<Learnt> look) {
    try (Network network = network()) {
      ReplayStep step = begin(method, parameters, draws, network);
      for (int index = 0; index < 2; index++) {
        Task task = task(index);
        step.sgd().beginTask();
        method.beforeTask(task);
        for (int i = 0; i < STEPS; i++) {
          method.step(step.at(task, 0, batch(index, i)));
        }
        if (index > 0) {
          look.accept(new Learnt(method, step));
        }
        method.afterTask(task);
      }
      return Outcome.of(network);
    }
  }

  /** Begins a method with what it takes of the parameters of FS-DGPM. */
  ReplayStep begin(
      ReplayProjection method, FsDgpmParameters parameters, ReplayDraws draws, Network network) {
    method.begin(
        new MethodContext(
            OwnParameters.of(method, parameters),
            network,
            new GivenTasks(List.of(task(0), task(1)), model.outputs()),
            Scenario.DOMAIN,
            1,
            new RandomStreams(seed)),
        draws);
    return new ReplayStep(network, SGD);
  }

  Network network() {
    return Models.compile(new OnednnEngine(), model, seed);
  }

  Task task(int index) {
    NoExamples none = NoExamples.AT_ALL;
    OutputRange outputs = new OutputRange(0, model.outputs());
    return new Task(index, "task " + index, outputs, none, none, none);
  }

  Batch batch(int task, int step) {
    return Models.batch(model, BATCH, seed + 100 * task + step);
  }
}
